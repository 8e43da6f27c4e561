package dev.kith.recurrence;

import dev.kith.recurrence.BadSchedule.Code;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * The local times that a rule names, from the library. It is asked without a zone, so that clock changes are ours to settle, and always with an end.
 * Between two times it looks through 4,320 intervals at most and then gives up, which we take as the end: what is years away is of no use here.
 */
final class RuleStarts implements Iterator<LocalDateTime> {

    private final LocalDateTime end;
    private final RecurrenceRuleIterator library;
    private boolean over;

    private RuleStarts(Rule rule, LocalDateTime start, LocalDateTime end) throws InvalidRecurrenceRuleException {
        this.end = end;
        this.library = new RecurrenceRule(rule.endingAt(end), RecurrenceRule.RfcMode.RFC5545_STRICT)
                .iterator(new DateTime(
                        start.getYear(),
                        start.getMonthValue() - 1,
                        start.getDayOfMonth(),
                        start.getHour(),
                        start.getMinute(),
                        start.getSecond()));
    }

    /**
     * In order. The start itself is one of them only where the rule names it. COUNT is not applied here.
     *
     * @param from nothing before it is given, and what lies before it is skipped and not walked through
     */
    static Stream<LocalDateTime> of(Rule rule, LocalDateTime start, LocalDateTime from, LocalDateTime end) {
        var first = from.isBefore(start) ? start : from;
        return reaching(rule, start, first, end).dropWhile(local -> local.isBefore(first));
    }

    /** All that is asked of the library: with what it gives shortly before. */
    static Stream<LocalDateTime> reaching(Rule rule, LocalDateTime start, LocalDateTime from, LocalDateTime end) {
        if (from.isAfter(end)) {
            return Stream.empty();
        }
        try {
            var starts = new RuleStarts(rule.saying(start), rule.intervalBefore(start), end);
            starts.skipTo(from, rule);
            return StreamSupport.stream(
                    Spliterators.spliteratorUnknownSize(starts, Spliterator.ORDERED | Spliterator.NONNULL), false);
        } catch (InvalidRecurrenceRuleException e) {
            throw new BadSchedule(Code.NOT_A_RULE, "/rrule", "must be a rule of RFC 5545");
        } catch (IllegalArgumentException | IllegalStateException givenUp) {
            return Stream.empty();
        }
    }

    /** One interval less far than asked: a week of a year may begin in the year before. */
    private void skipTo(LocalDateTime from, Rule rule) {
        var near = switch (rule.frequency()) {
            case DAILY -> from.minusDays(1);
            case WEEKLY -> from.minusWeeks(1);
            case MONTHLY -> from.minusMonths(1);
            case YEARLY -> from.minusYears(1);
        };
        library.fastForward(near.toInstant(ZoneOffset.UTC).toEpochMilli());
    }

    @Override
    public boolean hasNext() {
        return !over && library.hasNext();
    }

    @Override
    public LocalDateTime next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var next = LocalDateTime.ofInstant(Instant.ofEpochMilli(library.peekMillis()), ZoneOffset.UTC);
        try {
            library.nextMillis(); // already looks for the one after
        } catch (IllegalArgumentException | IllegalStateException givenUp) {
            over = true;
        }
        over |= !next.isBefore(end);
        return next;
    }
}
