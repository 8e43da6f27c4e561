package dev.kith.episode;

import dev.kith.episode.KnownModels.Answered;
import dev.kith.episode.LocalModel.Subject;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.response.ScoreLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The practice's own models, for who judges by them; and whether they are made. */
@ApplicationScoped
public class LocalModels {
    @Inject
    ModelBook book;

    @Inject
    ModelRound round;

    @Inject
    QuestionnaireCatalogue questionnaires;

    /** From now on they are made, for the first time within half a minute. */
    public void turnOn() throws SQLException {
        round.turnOn();
    }

    /** Those that were made stay, for the signals that were judged by them. */
    public void turnOff() throws SQLException {
        round.turnOff();
    }

    /** By which these scores are judged today: one query, whatever their number; none for none. */
    public KnownModels newestFor(Stream<ScoreLine> lines) throws SQLException {
        var subjects = new HashMap<Answered, Subject>();
        lines.map(line -> new Answered(line.measure(), line.version()))
                .distinct()
                .forEach(answered -> subject(answered).ifPresent(subject -> subjects.put(answered, subject)));
        if (subjects.isEmpty()) {
            return KnownModels.NONE;
        }
        var newest = book.newest(new HashSet<>(subjects.values())).stream()
                .collect(Collectors.toMap(LocalModel::subject, Function.identity()));
        var known = new HashMap<Answered, LocalModel>();
        subjects.forEach((answered, subject) -> {
            var model = newest.get(subject);
            if (model != null) {
                known.put(answered, model);
            }
        });
        return new KnownModels(known);
    }

    private Optional<Subject> subject(Answered answered) {
        var measure = answered.measure();
        return questionnaires
                .find(measure.owner(), measure.questionnaire(), answered.version())
                .map(version -> new Subject(measure, Versions.firstLike(version, questionnaires)));
    }
}
