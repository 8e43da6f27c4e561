package dev.kith.safety;

import dev.kith.contract.Example;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The six parts of a safety plan, in the order in which one walks through them; after Stanley and Brown 2012. */
@Schema(
        description =
                "All six parts, in place of what was; a part may be empty. In the order in which one walks through them, each in the"
                        + " client's own words.")
@Example("""
        {"warningSigns": ["I stop answering my phone"], "coping": ["A walk to the river"],
         "distractions": [{"name": "The library"}], "people": [{"name": "My sister", "phone": "+49 30 0000000"}],
         "professionals": [{"name": "The practice, weekdays 8 to 18", "phone": "+49 30 0000001"}],
         "saferSurroundings": ["My brother keeps the pills"]}
        """)
record SafetyPlanParts(
        @Schema(description = "How I notice that it is getting worse.") @NotNull @Size(max = 20)
        List<@NotBlank @Size(max = 500) String> warningSigns,

        @Schema(description = "What I can do by myself.") @NotNull @Size(max = 20)
        List<@NotBlank @Size(max = 500) String> coping,

        @Schema(description = "People and places that take my mind off it.") @NotNull @Size(max = 20)
        List<@NotNull @Valid SafetyContact> distractions,

        @Schema(description = "Whom I can ask for help.") @NotNull @Size(max = 20)
        List<@NotNull @Valid SafetyContact> people,

        @Schema(description = "Professionals and agencies.") @NotNull @Size(max = 20)
        List<@NotNull @Valid SafetyContact> professionals,

        @Schema(description = "What makes the place where I am safer.") @NotNull @Size(max = 20)
        List<@NotBlank @Size(max = 500) String> saferSurroundings) {

    static final SafetyPlanParts NONE =
            new SafetyPlanParts(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    boolean saysNothing() {
        return Stream.of(warningSigns, coping, distractions, people, professionals, saferSurroundings)
                .allMatch(List::isEmpty);
    }
}
