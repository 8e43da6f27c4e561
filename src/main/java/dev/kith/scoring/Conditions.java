package dev.kith.scoring;

import java.util.List;
import java.util.stream.Stream;

/** A condition taken apart: how deep and how large it is, and what it looks at. */
final class Conditions {

    private static final int MOST_DEEP = 6;
    private static final int MOST_NODES = 400;

    private Conditions() {}

    /** Itself, then each of its inner ones with theirs: in the order they are written. */
    static Stream<Condition> within(Condition condition) {
        return Stream.concat(Stream.of(condition), condition.inner().stream().flatMap(Conditions::within));
    }

    static boolean tooLarge(Condition condition) {
        return depth(condition) > MOST_DEEP
                || within(condition)
                                .filter(node -> !(node instanceof Condition.Told))
                                .count()
                        > MOST_NODES;
    }

    private static int depth(Condition condition) {
        var own = condition instanceof Condition.Told ? 0 : 1;
        return own
                + condition.inner().stream().mapToInt(Conditions::depth).max().orElse(0);
    }

    /** Each once, in order. */
    static List<String> items(Condition condition) {
        return within(condition)
                .flatMap(node -> node instanceof Condition.OfItem of
                        ? Stream.of(of.item())
                        : node instanceof Condition.Answered of ? Stream.of(of.item()) : Stream.empty())
                .distinct()
                .toList();
    }

    static List<String> scales(Condition condition) {
        return within(condition)
                .flatMap(node -> node instanceof Condition.OfScale of
                        ? Stream.of(of.scale())
                        : node instanceof Condition.Valid of ? Stream.of(of.scale()) : Stream.empty())
                .distinct()
                .toList();
    }

    static List<String> criteria(Condition condition) {
        return within(condition)
                .filter(Condition.OfCriterion.class::isInstance)
                .map(node -> ((Condition.OfCriterion) node).criterion())
                .distinct()
                .toList();
    }

    static List<Condition.Told> told(Condition condition) {
        return within(condition)
                .filter(Condition.Told.class::isInstance)
                .map(Condition.Told.class::cast)
                .toList();
    }
}
