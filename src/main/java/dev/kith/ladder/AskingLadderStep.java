package dev.kith.ladder;

import dev.kith.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The rule of the asking ladder, version 1, made of tries on one rung and nothing else. Going back comes before going up. Its numbers are
 * the project's own; no study of them has been published.
 */
final class AskingLadderStep {
    static final String RULE = "asking-ladder-step";
    static final int VERSION = 1;

    private static final int LOW = 3;
    private static final int HIGH = 8;

    private AskingLadderStep() {}

    /** What to do next. */
    enum Decision {
        STEP_UP,
        HOLD,
        STEP_BACK,
        COMPLETE,
        NOT_ENOUGH;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Why. */
    enum Because {
        STOP_RULE_USED,
        TWO_NOT_DONE,
        TWO_HIGH_PEAKS,
        TOO_FEW,
        LAST_NOT_DONE,
        NO_PEAKS,
        TWO_LOW_PEAKS,
        PEAK_HALVED,
        NO_CHANGE;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String in(Words words) {
            return words.say("ladder." + code(), LOW, HIGH);
        }
    }

    /**
     * What the rule says.
     *
     * @param evidence the tries that it looked at, in time
     */
    record Said(Decision decision, Because because, List<Tried> evidence) {}

    /**
     * What to do after these tries on one rung, in whatever order they come.
     *
     * @param top whether there is no rung above
     */
    static Said after(Collection<Tried> tries, boolean top) {
        var all = tries.stream().sorted(Tried.IN_TIME).toList();
        if (all.isEmpty()) {
            return new Said(Decision.NOT_ENOUGH, Because.TOO_FEW, List.of());
        }
        var last = all.get(all.size() - 1);
        var lastTwo = all.subList(Math.max(0, all.size() - 2), all.size());
        if (last.stopRuleUsed()) {
            return new Said(Decision.STEP_BACK, Because.STOP_RULE_USED, List.of(last));
        }
        if (all.size() < 2) {
            return new Said(Decision.NOT_ENOUGH, Because.TOO_FEW, all);
        }
        if (lastTwo.stream().allMatch(Tried::notDone)) {
            return new Said(Decision.STEP_BACK, Because.TWO_NOT_DONE, lastTwo);
        }
        if (last.notDone()) {
            return new Said(Decision.HOLD, Because.LAST_NOT_DONE, List.of(last));
        }
        return byPeaks(all, last, top);
    }

    private static Said byPeaks(List<Tried> all, Tried last, boolean top) {
        var peaks = all.stream().flatMap(AskingLadderStep::withPeak).toList();
        if (peaks.size() < 2 || !peaks.get(peaks.size() - 1).tried().equals(last)) {
            return new Said(Decision.HOLD, Because.NO_PEAKS, List.of(last));
        }
        var first = peaks.get(0);
        var lastTwo = peaks.subList(peaks.size() - 2, peaks.size());
        var newest = peaks.get(peaks.size() - 1);
        if (lastTwo.stream().allMatch(peak -> peak.value() >= HIGH)) {
            return new Said(Decision.STEP_BACK, Because.TWO_HIGH_PEAKS, tries(lastTwo));
        }
        var up = top ? Decision.COMPLETE : Decision.STEP_UP;
        if (lastTwo.stream().allMatch(peak -> peak.value() <= LOW)) {
            return new Said(up, Because.TWO_LOW_PEAKS, tries(lastTwo));
        }
        if (2 * newest.value() <= first.value()) {
            return new Said(up, Because.PEAK_HALVED, List.of(first.tried(), last));
        }
        var looked = new ArrayList<>(tries(lastTwo));
        if (!looked.contains(first.tried())) {
            looked.add(0, first.tried());
        }
        return new Said(Decision.HOLD, Because.NO_CHANGE, List.copyOf(looked));
    }

    private record Peak(Tried tried, int value) {}

    private static Stream<Peak> withPeak(Tried tried) {
        return tried.peak() == null || tried.notDone() ? Stream.of() : Stream.of(new Peak(tried, tried.peak()));
    }

    private static List<Tried> tries(List<Peak> peaks) {
        return peaks.stream().map(Peak::tried).toList();
    }
}
