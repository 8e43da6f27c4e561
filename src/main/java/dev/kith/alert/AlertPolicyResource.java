package dev.kith.alert;

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

@Path("/v1/practice/alert-policy")
@Tag(name = "Alerts")
@Produces("application/json")
class AlertPolicyResource {
    static final String CHAIN =
            " An alert goes to the primary clinician, or who covers for them; without a care team, to the on-call list. While nobody"
                    + " acknowledges it, it goes on to the rest of the care team, to supervisors, to the on-call list one by one, and"
                    + " to the admins; after that they are all told again, at pauses that grow up to a day. Whoever is away is"
                    + " replaced by who stands in for them.";

    @Inject
    SettingPolicy setting;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN})
    @Gives("ETag")
    @Operation(
            summary = "Read the practice's rules for alerts.",
            description =
                    "Until the practice writes its own: a critical alert is acknowledged within an hour, or goes on every half hour."
                            + CHAIN)
    public RestResponse<AlertPolicyView> readAlertPolicy() throws SQLException {
        var view = setting.read();
        return Etags.ok(view, view.version());
    }

    @PUT
    @Consumes("application/json")
    @RolesAllowed(Roles.ADMIN)
    @Gives("ETag")
    @Operation(
            summary = "Write the practice's rules for alerts.",
            description =
                    "All of them. What is due already stays due; new rules count from the next step of each alert."
                            + CHAIN)
    public RestResponse<AlertPolicyView> writeAlertPolicy(
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch, @NotNull @Valid WriteAlertPolicy in)
            throws SQLException {
        var view = setting.write(callers.current(), in, ifMatch);
        return Etags.ok(view, view.version());
    }
}
