package dev.kith.sync;

import dev.kith.security.Callers;
import dev.kith.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/sync")
@Tag(name = "Sync")
@Produces("application/json")
class SyncResource {
    @Inject
    Syncing syncing;

    @Inject
    Callers callers;

    @POST
    @Consumes("application/json")
    @RolesAllowed(Roles.CLIENT)
    @Operation(
            summary = "Send what was done offline, and hear what changed.",
            description =
                    "Items are answered one by one: one that is refused touches no other. Sending the same batch again changes"
                            + " nothing, for each item has an id, so no Idempotency-Key is taken. What completes a missed or skipped"
                            + " task is kept and marked late; where its task cannot take it, it is kept without one, and where"
                            + " its id was completed with other answers, beside those. A draft takes the"
                            + " place of an older one only, whatever the order they come in: see newerStands. Critical"
                            + " answers raise their alerts as ever, also in an item that is refused: show crisisCards first. An item whose"
                            + " httpStatus is 429 or 503 is to be kept and sent again: its problem says why, and from when on.")
    public SyncReply sync(
            @NotNull @Valid SyncBatch in,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String acceptLanguage)
            throws SQLException {
        return syncing.sync(callers.current(), in, acceptLanguage);
    }
}
