package dev.kith.client;

import dev.kith.contract.Example;
import dev.kith.json.Given;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to change somebody's place on a care team. */
@Schema(description = "A merge patch (RFC 7396): what is left out stays; null opens until, and is refused for role.")
@Example("""
        {"until": "2027-01-04"}
        """)
record ReviseCareTeam(
        @Schema(
                implementation = LocalDate.class,
                description =
                        "The first day that they are no longer on the team: today ends it at once. Not in the past.")
        @Nullable
        Given<LocalDate> until,

        @Schema(
                type = SchemaType.STRING,
                implementation = CareTeamRole.class,
                description = "Only until their first day is over: after that, end it and add them anew.")
        @Nullable
        @Valid
        Given<@NotNull CareTeamRole> role) {}
