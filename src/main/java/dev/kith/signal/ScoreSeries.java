package dev.kith.signal;

import dev.kith.change.ChangeModel;
import dev.kith.change.Measured;
import dev.kith.change.Stretches;
import dev.kith.questionnaire.Published;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.response.ScoreLine;
import dev.kith.response.ScoreLine.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/**
 * One scale of one questionnaire by one kind of author.
 *
 * @param newest the version that was answered last
 * @param lines all, in the order of time
 * @param stretches those that count, cut where a version no longer means the same
 */
public record ScoreSeries(Measure measure, Published newest, List<ScoreLine> lines, List<List<ScoreLine>> stretches) {

    /** The series of one client, in the order in which they began. */
    public static List<ScoreSeries> of(List<ScoreLine> lines, QuestionnaireCatalogue catalogue) {
        var byMeasure = new LinkedHashMap<Measure, List<ScoreLine>>();
        lines.forEach(line -> byMeasure
                .computeIfAbsent(line.measure(), measure -> new ArrayList<>())
                .add(line));
        return byMeasure.entrySet().stream()
                .map(one -> of(one.getKey(), one.getValue(), catalogue))
                .toList();
    }

    private static ScoreSeries of(Measure measure, List<ScoreLine> lines, QuestionnaireCatalogue catalogue) {
        var counted = lines.stream().filter(line -> line.value() != null).toList();
        return new ScoreSeries(
                measure,
                version(catalogue, lines.get(lines.size() - 1)),
                lines,
                Stretches.of(counted, (one, next) -> version(catalogue, one).comparesWith(version(catalogue, next))));
    }

    private static Published version(QuestionnaireCatalogue catalogue, ScoreLine line) {
        return catalogue.require(line.measure().owner(), line.measure().questionnaire(), line.version());
    }

    /** What was published about change on it. */
    public ChangeModel model() {
        return Objects.requireNonNull(newest.changeModels().get(measure.scale()));
    }

    /** The newest stretch; empty when nothing counts. */
    public List<ScoreLine> current() {
        return stretches.isEmpty() ? List.of() : stretches.get(stretches.size() - 1);
    }

    /** The newest stretch as points. */
    public List<Measured> points() {
        return current().stream()
                .map(line -> new Measured(line.at(), Objects.requireNonNull(line.value())))
                .toList();
    }
}
