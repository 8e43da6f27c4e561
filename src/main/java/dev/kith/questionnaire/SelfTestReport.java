package dev.kith.questionnaire;

import dev.kith.definition.SelfTest;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the test vectors gave. */
@Schema(description = "Every test vector of the passport, run on this server.")
record SelfTestReport(
        @Schema(examples = "phq-9") String questionnaire, int version, boolean passed, List<VectorReport> vectors) {

    static SelfTestReport of(Published published) {
        var outcomes = Reading.unlessUnfit(() -> SelfTest.run(published.definition()));
        return new SelfTestReport(
                published.key(),
                published.version(),
                outcomes.stream().allMatch(SelfTest.Outcome::passed),
                outcomes.stream()
                        .map(o -> new VectorReport(o.vector(), o.passed(), o.differences()))
                        .toList());
    }

    /** One vector. */
    @Schema(description = "One test vector.")
    record VectorReport(
            String name,
            boolean passed,

            @Schema(description = "In plain words; empty when it passed.")
            List<String> differences) {}
}

/** What the test vectors of all gave. */
@Schema(description = "The test vectors of all questionnaires, run on this server.")
record SelfTestReports(boolean passed, List<SelfTestReport> items) {}
