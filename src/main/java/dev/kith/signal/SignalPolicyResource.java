package dev.kith.signal;

import dev.kith.contract.Gives;
import dev.kith.etag.Etags;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/practice/signal-policy")
@Tag(name = "Signals")
@Produces("application/json")
class SignalPolicyResource {
    @Inject
    SettingSignals setting;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN})
    @Gives("ETag")
    @Operation(
            summary = "Read by what the practice looks for clients who are not on track.",
            description = "The usual thresholds until the practice writes its own.")
    public RestResponse<SignalPolicyView> readSignalPolicy() throws SQLException {
        var view = setting.read();
        return Etags.ok(view, view.version());
    }

    @PUT
    @Consumes("application/json")
    @RolesAllowed(Roles.ADMIN)
    @Gives("ETag")
    @Operation(
            summary = "Set by what the practice looks.",
            description =
                    "All of it. Every client is looked at again by it; signals that no longer stand end, and stay in the past as they were.")
    public RestResponse<SignalPolicyView> writeSignalPolicy(
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch, @NotNull @Valid WriteSignalPolicy in)
            throws SQLException {
        var view = setting.write(callers.current(), in, ifMatch);
        return Etags.ok(view, view.version());
    }
}
