package dev.kith.signal;

import dev.kith.change.ChangeModel;
import dev.kith.change.Measured;
import dev.kith.change.Stretches;
import dev.kith.questionnaire.Published;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.response.ScoreLine;
import dev.kith.response.ScoreLine.Measure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/**
 * One scale of one questionnaire by one kind of author.
 *
 * @param newest the version of the last that counts; where none does, of the last
 * @param lines all, in the order of time; of those of one moment the lower value comes first, so that who sent which first decides nothing
 * @param stretches those that count, cut where a version no longer means the same
 */
public record ScoreSeries(Measure measure, Published newest, List<ScoreLine> lines, List<List<ScoreLine>> stretches) {
    private static final Comparator<ScoreLine> IN_TIME = Comparator.comparing(ScoreLine::at)
            .thenComparing(ScoreLine::version)
            .thenComparing(ScoreLine::value, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(ScoreLine::responseId);

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
        var inTime = lines.stream().sorted(IN_TIME).toList();
        var counted = inTime.stream().filter(line -> line.value() != null).toList();
        var last = counted.isEmpty() ? inTime : counted;
        return new ScoreSeries(
                measure,
                version(catalogue, last.get(last.size() - 1)),
                inTime,
                Stretches.of(counted, (one, next) -> version(catalogue, one).comparesWith(version(catalogue, next))));
    }

    private static Published version(QuestionnaireCatalogue catalogue, ScoreLine line) {
        return catalogue.require(line.measure().owner(), line.measure().questionnaire(), line.version());
    }

    /** What was published about change on it. */
    public ChangeModel model() {
        return Objects.requireNonNull(newest.changeModels().get(measure.scale()));
    }

    /** What of it was given from a moment on; its lines and stretches may then be none. */
    public ScoreSeries from(Instant moment) {
        return new ScoreSeries(
                measure,
                newest,
                given(lines, moment),
                stretches.stream()
                        .map(stretch -> given(stretch, moment))
                        .filter(stretch -> !stretch.isEmpty())
                        .toList());
    }

    private static List<ScoreLine> given(List<ScoreLine> lines, Instant from) {
        return lines.stream().filter(line -> !line.at().isBefore(from)).toList();
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
