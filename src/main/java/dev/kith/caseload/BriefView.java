package dev.kith.caseload;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to know before a session. */
@Schema(description = "What to know before a session; each line with where it comes from.")
record BriefView(
        UUID clientId,
        String displayName,

        @Schema(description = "From when on it tells what happened.")
        Instant since,

        SinceBasis sinceBasis,

        @Schema(examples = "Since the last session, Thu 5 Feb 2026, 09:00.")
        String sinceText,

        @Schema(
                description =
                        "In this order; all of them, but for what practice software is not told of: that is not there.")
        List<BriefSection> sections,

        @Schema(description = "Language of the texts here (BCP 47).", examples = "en")
        String language) {

    /** Why since then. */
    @Schema(
            description =
                    "given: as asked for. last-appointment: the last one that began three hours ago or more, also when it was told of afterwards, which"
                            + " opens no words of a log. fourteen-days: no appointment is known, or may be told; from the start of that day where the"
                            + " client lives.")
    enum SinceBasis {
        @JsonProperty("given")
        GIVEN,
        @JsonProperty("last-appointment")
        LAST_APPOINTMENT,
        @JsonProperty("fourteen-days")
        FOURTEEN_DAYS
    }

    /** What belongs together. */
    @Schema(description = "Lines that belong together; none when there is nothing to tell.")
    record BriefSection(
            @Schema(
                    description =
                            "change, done, not-done, avoided, logs, feedback, asked, alerts, signals, program, goals, safety-plan, formulation or questions; more may come.",
                    examples = "change")
            String code,

            @Schema(examples = "What changed") String title,
            List<BriefLine> lines) {}

    /** One thing to know. */
    @Schema(description = "One thing to know: as a code with its values, in a sentence, and where it comes from.")
    record BriefLine(
            @Schema(examples = "reliable-improvement") String code,
            String text,

            @Schema(
                    description =
                            "Numbers, codes and ids by name. Of a question: rule and ruleVersion that suggested it, and its evidence; of one about"
                                    + " a tag of the formulation, the tag and who chose it.",
                    examples = "{\"latest\": 9, \"points\": -7, \"class\": \"reliable-improvement\"}")
            Map<String, Object> values,

            BriefSource source) {}

    /** Where a line comes from. */
    @Schema(description = "Where a line comes from, to be read by the same caller.")
    record BriefSource(
            @Schema(
                    description =
                            "response, task, assignment, log, ladder, feedback, progress-visibility, alert, signal, enrollment, goal, safety-plan or formulation.",
                    examples = "response")
            String kind,

            @Schema(
                    description =
                            "Of that thing; of feedback, what the thread is about; of a safety plan, of a formulation, of scores that are asked for, and of what could not be judged, the"
                                    + " client.")
            UUID id,

            @Schema(examples = "/v1/responses/01965b2c-4a61-7c3e-9f00-5d1b6a8e2f47")
            String href) {
        static BriefSource of(String kind, UUID id) {
            return new BriefSource(kind, id, "/v1/" + kind + "s/" + id);
        }
    }

    /** Names and values in turn; what is null is left out. */
    static Map<String, Object> values(@org.jspecify.annotations.Nullable Object... namesAndValues) {
        var values = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            if (value != null) {
                values.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return values;
    }
}
