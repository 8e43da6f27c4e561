package dev.kith.reminder;

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

@Path("/v1/practice/reminder-rules")
@Tag(name = "Reminders")
@Produces("application/json")
class PracticeRulesResource {
    static final String COMBINED =
            " Practice, assignment, client, each above the one before: an assignment's own rules stand in place of the practice's;"
                    + " how many a day is the least of what the practice, the client and, of its work, the assignment say, e-mails and"
                    + " events counted apart; the practice's quiet hours hold where the client has none of their own; of the channels"
                    + " that the rules have, the client's choice stands in place of the rule's, and their lead and repeats in place of"
                    + " the rules'; and a client who switched reminders off gets none.";

    @Inject
    SettingRules setting;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN})
    @Gives("ETag")
    @Operation(
            summary = "Read the practice's reminder rules.",
            description =
                    "Until the practice writes its own: one e-mail when a task opens, one a day at most, none between 21:00 and 08:00."
                            + COMBINED)
    public RestResponse<ReminderRulesView> readReminderRules() throws SQLException {
        var view = setting.ofPractice();
        return Etags.okAsSaid(view, view.version());
    }

    @PUT
    @Consumes("application/json")
    @RolesAllowed(Roles.ADMIN)
    @Gives("ETag")
    @Operation(
            summary = "Write the practice's reminder rules.",
            description = "All of them. What was only planned is planned anew; what was sent stays sent." + COMBINED)
    public RestResponse<ReminderRulesView> writeReminderRules(
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch, @NotNull @Valid WriteReminderRules in)
            throws SQLException {
        var view = setting.setOfPractice(callers.current(), in, ifMatch);
        return Etags.ok(view, view.version());
    }
}
