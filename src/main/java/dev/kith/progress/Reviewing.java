package dev.kith.progress;

import dev.kith.audit.Audit;
import dev.kith.change.Change;
import dev.kith.change.ReliableChange;
import dev.kith.client.ClientDirectory;
import dev.kith.progress.ProgressView.BasisView;
import dev.kith.progress.ProgressView.ChangeView;
import dev.kith.progress.ProgressView.PointView;
import dev.kith.progress.ProgressView.SeriesView;
import dev.kith.questionnaire.Published;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.questionnaire.ScoreView;
import dev.kith.response.ScoreLine;
import dev.kith.response.ScoreLine.Measure;
import dev.kith.response.ScoreLines;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks at how a client's scores went: access, one query, then plain arithmetic. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Reviewing {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2300-01-01T00:00:00Z");

    @Inject
    ClientDirectory clients;

    @Inject
    ScoreLines scores;

    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    Audit audit;

    ProgressView progress(
            Caller caller, UUID clientId, @Nullable Instant from, @Nullable Instant to, @Nullable String language)
            throws SQLException {
        clients.requireCaredForBy(caller, clientId);
        if (!caller.isClient()) {
            audit.read(caller, "progress.read", "client", clientId, clientId);
        }
        var series = new LinkedHashMap<Measure, List<ScoreLine>>();
        var rows = scores.of(
                List.of(clientId), Objects.requireNonNullElse(from, EARLIEST), Objects.requireNonNullElse(to, LATEST));
        rows.forEach(row -> series.computeIfAbsent(row.measure(), measure -> new ArrayList<>())
                .add(row));
        return new ProgressView(
                clientId,
                series.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(ProgressOrder.BY_QUESTIONNAIRE))
                        .map(one -> series(one.getKey(), one.getValue(), language))
                        .toList());
    }

    private SeriesView series(Measure measure, List<ScoreLine> rows, @Nullable String wanted) {
        var current = questionnaires.require(
                measure.owner(),
                measure.questionnaire(),
                rows.get(rows.size() - 1).version());
        var language = current.languageFor(wanted);
        var points = rows.stream().map(row -> point(row, current, wanted)).toList();
        var counted = points.stream()
                .filter(point -> point.comparable() && point.value() != null)
                .toList();
        var model = Objects.requireNonNull(current.changeModels().get(measure.scale()));
        var change = ReliableChange.along(
                model,
                counted.stream()
                        .map(point -> Objects.requireNonNull(point.value()))
                        .toList());
        var scale = current.definition().scale(measure.scale());
        return new SeriesView(
                measure.questionnaire(),
                measure.scale(),
                scale.title().in(language),
                measure.author(),
                code(scale.direction()),
                current.definition().label() == null
                        ? null
                        : current.definition().label().in(language),
                points,
                counted.isEmpty() ? null : counted.get(0),
                counted.isEmpty() ? null : counted.get(counted.size() - 1),
                change(change));
    }

    private PointView point(ScoreLine row, Published newest, @Nullable String wanted) {
        var measure = row.measure();
        var published = questionnaires.require(measure.owner(), measure.questionnaire(), row.version());
        return new PointView(
                row.at(),
                row.value(),
                row.reason(),
                row.band() == null ? null : band(published, row, wanted),
                row.responseId(),
                published.comparesWith(newest));
    }

    private static ScoreView.@Nullable BandNamed band(Published published, ScoreLine row, @Nullable String wanted) {
        return ScoreView.band(
                published, row.measure().scale(), Objects.requireNonNull(row.band()), published.languageFor(wanted));
    }

    private static ChangeView change(Change change) {
        var basis = change.basis();
        return new ChangeView(
                change.value(),
                change.rci(),
                basis == null ? null : basis.threshold(),
                change.reliable() == null ? null : code(change.reliable()),
                change.clinical() == null ? null : code(change.clinical()),
                basis == null ? null : basis(basis),
                change.reason() == null ? null : change.reason().name());
    }

    private static BasisView basis(Change.Basis basis) {
        return new BasisView(
                code(basis.kind()),
                basis.sd(),
                basis.reliability(),
                basis.z(),
                basis.citation(),
                basis.figuresCitation());
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
