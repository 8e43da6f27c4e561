package dev.kith.change;

import dev.kith.change.Change.ReliableClass;
import dev.kith.change.JointRule.CaseWhen;
import dev.kith.change.JointRule.ImprovedWhen;
import dev.kith.change.JointRule.JudgedMeasure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a joint rule makes of the first and last values of its measures. With a reason, nothing is judged and all of it is null.
 *
 * @param attended sessions, as handed in
 * @param caseAtFirst whether the client was a case at the start
 * @param caseAtLast and is one now
 * @param recovered a case at first and none at last; null when the client was no case at first, for then recovery has no meaning
 * @param improved reliably better together
 * @param deteriorated the mirror of improved
 * @param reliablyRecovered recovered and improved; null like recovered
 * @param changes of each measure, with the figures used, in the order of the rule
 * @param verified whether the rule was read where it is cited
 */
public record JointChange(
        NamedRule rule,
        int attended,
        @Nullable Boolean caseAtFirst,
        @Nullable Boolean caseAtLast,
        @Nullable Boolean recovered,
        @Nullable Boolean improved,
        @Nullable Boolean deteriorated,
        @Nullable Boolean reliablyRecovered,
        List<MeasureChange> changes,
        String citation,
        boolean verified,
        @Nullable Reason reason) {

    /** Change of one measure. */
    public record MeasureChange(String code, Change change) {}

    /** First and last value of one measure. */
    public record Ends(BigDecimal first, BigDecimal last) {}

    /**
     * Interprets a rule.
     *
     * @param values by the codes of the rule's measures; others are not looked at
     * @param attended sessions
     */
    public static JointChange of(JointRule rule, Map<String, Ends> values, int attended) {
        var there = rule.measures().stream().allMatch(measure -> values.containsKey(measure.code()));
        if (!there || attended < rule.sessions()) {
            var reason = there ? Reason.TOO_FEW_SESSIONS : Reason.MEASURE_MISSING;
            return new JointChange(
                    rule.rule(),
                    attended,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    rule.citation(),
                    rule.verified(),
                    reason);
        }
        var changes = new ArrayList<MeasureChange>();
        for (var measure : rule.measures()) {
            var ends = Objects.requireNonNull(values.get(measure.code()));
            changes.add(new MeasureChange(
                    measure.code(), ReliableChange.between(measure.model(), ends.first(), ends.last())));
        }
        var before = isCase(rule, values, Ends::first);
        var now = isCase(rule, values, Ends::last);
        var improved = together(rule, changes, ReliableClass.RELIABLE_IMPROVEMENT);
        return new JointChange(
                rule.rule(),
                attended,
                before,
                now,
                before ? !now : null,
                improved,
                together(rule, changes, ReliableClass.RELIABLE_DETERIORATION),
                before ? !now && improved : null,
                List.copyOf(changes),
                rule.citation(),
                rule.verified(),
                null);
    }

    private static boolean isCase(JointRule rule, Map<String, Ends> values, Function<Ends, BigDecimal> end) {
        Predicate<JudgedMeasure> clinical = measure -> {
            var ends = values.get(measure.code());
            var caseness = measure.model().caseness();
            return ends != null
                    && caseness != null
                    && caseness.holds(end.apply(ends), measure.model().direction());
        };
        return rule.caseWhen() == CaseWhen.ANY
                ? rule.measures().stream().anyMatch(clinical)
                : rule.measures().stream().allMatch(clinical);
    }

    private static boolean together(JointRule rule, Collection<MeasureChange> changes, ReliableClass wanted) {
        if (rule.improvedWhen() == ImprovedWhen.ALL) {
            return classes(changes).allMatch(wanted::equals);
        }
        return classes(changes).anyMatch(wanted::equals)
                && classes(changes).allMatch(one -> one == wanted || one == ReliableClass.NO_RELIABLE_CHANGE);
    }

    private static Stream<ReliableClass> classes(Collection<MeasureChange> changes) {
        return changes.stream().map(one -> Objects.requireNonNull(one.change().reliable()));
    }
}
