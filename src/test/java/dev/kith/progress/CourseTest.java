package dev.kith.progress;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.change.Baseline;
import dev.kith.change.Change;
import dev.kith.change.Ruling;
import dev.kith.change.ScoreSignals;
import dev.kith.change.SignalThresholds;
import dev.kith.change.Trend;
import dev.kith.definition.Definition;
import dev.kith.definition.Definitions;
import dev.kith.definition.ScaleDefinition;
import dev.kith.questionnaire.Published;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.response.ScoreLine;
import dev.kith.response.ScoreLine.Measure;
import dev.kith.signal.ScoreSeries;
import jakarta.enterprise.inject.Vetoed;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told of a series, from the scores as they lie to the words. */
class CourseTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final UUID LIBRARY = new UUID(0, 1);
    private static final UUID CLIENT = new UUID(0, 2);
    private static final Definition PHQ9 =
            Definitions.readYaml(shipped("phq-9")).definition();

    /** Three a day: which of them came first, and which response has which value, is chance. */
    @Property(tries = 300)
    void ofScoresAtOneMomentTheOrderSaysNothing(
            @ForAll("sessions") List<@Nullable Integer> values, @ForAll Random chance) {
        var ids = IntStream.range(0, values.size()).boxed().collect(Collectors.toCollection(ArrayList::new));
        var lines = lines(PHQ9, values, ids);
        Collections.shuffle(ids, chance);
        var mixed = new ArrayList<>(lines(PHQ9, values, ids));
        Collections.shuffle(mixed, chance);

        assertThat(said(mixed)).isEqualTo(said(lines));
    }

    @Test
    void aCutOffComputedOfNormsIsToldToPeopleWhoWorkWithIt() {
        var published = "      caseness: {points: 11, citation: barkham-2013, verified: true}\n";
        var core = shipped("core-10");
        assertThat(core).contains(published);
        var unsaid = Definitions.readYaml(core.replace(published, "")).definition();
        var course = course(unsaid, lines(unsaid, List.of(20, 20, 20, 10), List.of(0, 1, 2, 3)));

        var told = ChangeTelling.change(course, false);
        assertThat(told.clinical()).isEqualTo("recovered");
        assertThat(requireNonNull(told.basis()))
                .returns("c", BasisView::cutOffKind)
                .returns(new BigDecimal("10.4600"), BasisView::cutOff)
                .satisfies(basis -> assertThat(basis.cutOffCitation()).contains("NovoPsych"));
        var toClient = ChangeTelling.change(course, true);
        assertThat(toClient.clinical()).isNull();
        assertThat(requireNonNull(toClient.basis()))
                .returns(null, BasisView::cutOffKind)
                .returns(null, BasisView::cutOff);
    }

    @Provide
    Arbitrary<List<Integer>> sessions() {
        return Arbitraries.integers().between(0, 27).injectNull(0.15).list().ofMaxSize(12);
    }

    /** All that is worked out of a series, but for the names of responses. */
    private record Said(
            Change change, Trend trend, @Nullable BigDecimal points, List<String> shifts, List<Ruling> rulings) {}

    private static Said said(List<ScoreLine> lines) {
        if (lines.isEmpty()) {
            return said(course(PHQ9, lines(PHQ9, List.of(1), List.of(0))));
        }
        return said(course(PHQ9, lines));
    }

    private static Said said(Course course) {
        var series = course.series();
        var shifts = ChangeTelling.shifts(course, series.lines());
        return new Said(
                course.change(),
                ChangeTelling.trend(course),
                shifts.points(),
                shifts.found().stream()
                        .map(one -> "%s %s %s %s %s %s"
                                .formatted(
                                        one.kind(),
                                        one.gain(),
                                        one.fromAt(),
                                        one.toAt(),
                                        one.meanBefore(),
                                        one.meanAfter()))
                        .toList(),
                List.of(
                        ScoreSignals.reliableDeterioration(series.model(), series.points()),
                        ScoreSignals.lostGain(series.model(), series.points()),
                        ScoreSignals.noEarlyResponse(series.model(), series.points(), SignalThresholds.USUAL)));
    }

    private static Course course(Definition definition, List<ScoreLine> lines) {
        return Course.of(ScoreSeries.of(lines, new OneVersion(definition)).get(0), new Baseline.First());
    }

    private static List<ScoreLine> lines(
            Definition definition, List<@Nullable Integer> values, List<Integer> responses) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> {
                    var value = values.get(i);
                    return new ScoreLine(
                            CLIENT,
                            new Measure(LIBRARY, definition.key(), "total", "client"),
                            1,
                            START.plus(Duration.ofDays(i / 3)),
                            value == null ? null : BigDecimal.valueOf(value),
                            value == null ? "TOO_MANY_MISSING" : null,
                            null,
                            new UUID(1, responses.get(i)),
                            START.plus(Duration.ofDays(i / 3)));
                })
                .toList();
    }

    private static String shipped(String key) {
        try (var file = CourseTest.class.getResourceAsStream("/content/questionnaires/" + key + ".v1.yaml")) {
            return new String(requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A shelf with one version on it. */
    @Vetoed
    private static final class OneVersion extends QuestionnaireCatalogue {
        private final Published version;

        OneVersion(Definition definition) {
            version = new Published(
                    LIBRARY,
                    definition,
                    definition,
                    "",
                    "",
                    Published.State.PUBLISHED,
                    1,
                    definition.scoringModel(),
                    definition.scales().stream()
                            .collect(Collectors.toUnmodifiableMap(
                                    ScaleDefinition::code, scale -> definition.changeModel(scale.code()))),
                    Map.of(),
                    Map.of());
        }

        @Override
        public Published require(UUID owner, String key, int number) {
            return version;
        }
    }
}
