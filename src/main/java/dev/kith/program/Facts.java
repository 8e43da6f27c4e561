package dev.kith.program;

import dev.kith.assignment.ProgramChoice.Allowance;
import dev.kith.response.LatestAnswers.Latest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What gates look at, for one enrolment.
 *
 * @param settled codes of steps that were done, or left out on purpose
 * @param concern whether a critical answer waits for a clinician's word
 * @param latest by questionnaire, the client's latest completed response; a clinician's of what clients do not answer
 * @param since scores from before do not count
 * @param worse measures on which the client is reliably worse; none where no gate looks at them
 * @param allowance what the client may be given; null where nobody asks
 * @param closed of what was given, by assignment, a gate of the exercise that is closed, in the version that the client would do
 */
record Facts(
        Set<String> settled,
        boolean concern,
        Map<String, Latest> latest,
        Instant since,
        List<StandingSignals.Worse> worse,
        @Nullable Allowance allowance,
        Map<UUID, String> closed) {}
