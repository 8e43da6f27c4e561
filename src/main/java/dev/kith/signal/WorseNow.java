package dev.kith.signal;

import dev.kith.episode.KnownModels;
import dev.kith.program.StandingSignals;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.response.ScoreLines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Tells programs of reliable deterioration by the same rule by which it is noticed, but in the transaction of the answer: what is noticed a moment later
 * would come when the step is given. Looks at scores, and where something is worse at whether the practice looks by the rule.
 */
@ApplicationScoped
class WorseNow implements StandingSignals {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2300-01-01T00:00:00Z");

    @Inject
    ScoreLines scores;

    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    Judge judge;

    @Inject
    PolicyBook policies;

    @Override
    public List<Worse> reliablyWorse(UUID client) throws SQLException {
        var worse = ScoreSeries.of(scores.of(List.of(client), EARLIEST, LATEST), questionnaires).stream()
                .flatMap(series -> judge.judge(series, KnownModels.NONE, Policy.USUAL).stream())
                .filter(one -> one.rule() == SignalRule.RELIABLE_DETERIORATION)
                .map(one -> new Worse(Objects.requireNonNull(one.about().questionnaire()), one.since()))
                .toList();
        return worse.isEmpty() || policies.read().asks(SignalRule.RELIABLE_DETERIORATION) ? worse : List.of();
    }
}
