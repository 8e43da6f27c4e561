package dev.kith.progress;

import dev.kith.change.Change.Basis;
import dev.kith.change.Change.Basis.Kind;
import dev.kith.change.Change.ReliableClass;
import dev.kith.change.ReliableChange;
import dev.kith.questionnaire.Published;
import dev.kith.response.ScoreLine;
import dev.kith.words.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what the engine found so that a client understands it: no class, no cut-off, no diagnosis. */
final class PlainWords {
    private static final int DECIMALS = 2;

    private final Words words;
    private final ZoneId zone;

    PlainWords(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    /** What changed, in one sentence. */
    String moved(Course course) {
        var latest = course.latest();
        if (latest == null) {
            return words.say("recount.none");
        }
        var first = Objects.requireNonNull(course.first());
        var now = Course.value(latest);
        if (course.reason() != null) {
            return words.say("recount.one", number(now), day(latest));
        }
        var before = Course.value(first);
        var change = now.subtract(before);
        if (change.signum() == 0) {
            return words.say("recount.stayed", number(before), day(first), day(latest));
        }
        var up = change.signum() > 0;
        var good = course.series().model().direction().better(up);
        return words.say(
                "recount.moved",
                number(before),
                day(first),
                number(now),
                day(latest),
                number(change.abs()),
                words.say(way(up, good)));
    }

    private static String way(boolean up, @Nullable Boolean good) {
        if (good == null) {
            return up ? "recount.higher" : "recount.lower";
        }
        if (good) {
            return up ? "recount.higher-good" : "recount.lower-good";
        }
        return up ? "recount.higher-other" : "recount.lower-other";
    }

    /** Whether that is more than ups and downs, in one sentence. */
    String meaning(Course course) {
        if (course.latest() == null) {
            return words.say("recount.none-means");
        }
        if (course.reason() != null) {
            return words.say("recount.one-means");
        }
        var reliable = course.change().reliable();
        return words.say(reliable == null ? "recount.not-judged" : meaning(reliable));
    }

    private static String meaning(ReliableClass reliable) {
        return switch (reliable) {
            case RELIABLE_IMPROVEMENT -> "recount.better";
            case RELIABLE_DETERIORATION -> "recount.worse";
            case NO_RELIABLE_CHANGE -> "recount.ups-and-downs";
        };
    }

    /** Whose answers they are where not the client's, and that older ones are not compared. */
    List<String> aside(Course course) {
        var said = new ArrayList<String>();
        var author = course.series().measure().author();
        if (author.equals("clinician")) {
            said.add(words.say("recount.by-clinician"));
        } else if (author.equals("informant")) {
            said.add(words.say("recount.by-informant"));
        }
        if (course.series().stretches().size() > 1) {
            said.add(words.say("recount.older-version"));
        }
        if (speaksOtherwise(course.series().newest())) {
            said.add(words.say("recount.not-validated"));
        }
        return said;
    }

    /** What must stand beside it; where that is in another language, after the same in ours. */
    @Nullable
    String label(Published published) {
        var label = published.label(words.language());
        return label == null || !speaksOtherwise(published) ? label : words.say("recount.not-validated") + " " + label;
    }

    /** Whether it must say that it is not validated, and has no words for it in our language. */
    private boolean speaksOtherwise(Published published) {
        return !published.definition().validated()
                && !published.languageFor(words.language()).equals(words.language());
    }

    /** The figures that a change is judged by, also before there is any. */
    String basis(Course course) {
        var basis = basisOrNull(course);
        if (basis == null) {
            return words.say("recount.no-basis");
        }
        var threshold = number(basis.threshold());
        var said = basis.kind() == Kind.PUBLISHED_THRESHOLD
                ? words.say("recount.published", threshold)
                : words.say(
                        "recount.computed",
                        threshold,
                        Objects.requireNonNull(basis.z()),
                        number(Objects.requireNonNull(basis.standardError())),
                        Objects.requireNonNull(basis.sd()),
                        Objects.requireNonNull(basis.reliability()));
        var index = course.reason() == null ? course.change().rci() : null;
        return index == null ? said : said + " " + words.say("recount.index", number(index));
    }

    @Nullable
    String citation(Course course) {
        var basis = basisOrNull(course);
        return basis == null
                ? null
                : Stream.of(basis.citation(), basis.figuresCitation())
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.joining(" "));
    }

    private static @Nullable Basis basisOrNull(Course course) {
        return ReliableChange.between(course.series().model(), BigDecimal.ZERO, BigDecimal.ZERO)
                .basis();
    }

    /** That there is more, so that nobody thinks that nothing came of their answers; null where there is no more. */
    Recounted.@Nullable KeptForATalk kept(List<Recounted.Kept> kept) {
        return notTold("recount.kept", kept);
    }

    /** The same of what the client chose not to see. */
    Recounted.@Nullable KeptForATalk hiddenByClient(List<Recounted.Kept> hidden) {
        return notTold("recount.hidden-by-client", hidden);
    }

    private Recounted.@Nullable KeptForATalk notTold(String sentence, List<Recounted.Kept> kept) {
        return kept.isEmpty()
                ? null
                : new Recounted.KeptForATalk(
                        words.say(
                                sentence,
                                kept.stream().map(Recounted.Kept::title).toList()),
                        kept);
    }

    Recounted.Practised practised(ExerciseProgressView exercise) {
        var before = exercise.distressBefore();
        var after = exercise.distressAfter();
        return new Recounted.Practised(
                exercise.exercise(),
                exercise.title(),
                exercise.label(),
                exercise.sessions(),
                words.say("recount.practised", exercise.sessions()),
                before == null || after == null
                        ? null
                        : words.say(
                                before.compareTo(after) == 0 ? "recount.distress-same" : "recount.distress",
                                number(before),
                                number(after)),
                before,
                after);
    }

    /** What was done of what was due, and what stood in the way of the rest. */
    List<String> work(AdherenceView adherence) {
        if (adherence.due() == 0) {
            return List.of();
        }
        var said = new ArrayList<String>();
        said.add(words.say("recount.due", adherence.due(), adherence.completed()));
        if (!adherence.barriers().isEmpty()) {
            var barriers = adherence.barriers().keySet().stream()
                    .map(barrier -> words.say("barrier." + barrier))
                    .toList();
            said.add(words.say("recount.barriers", barriers));
        }
        return said;
    }

    private LocalDate day(ScoreLine line) {
        return line.at().atZone(zone).toLocalDate();
    }

    private static BigDecimal number(BigDecimal value) {
        return value.scale() > DECIMALS ? value.setScale(DECIMALS, RoundingMode.HALF_UP) : value;
    }
}
