package dev.kith.caseload;

import dev.kith.paging.Cursor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the clients of a page for practice software, which sees all of them: what is told of a client is looked up for a page, not for a
 * practice. By attention, those for whom something waits come first, as for everybody; the others follow as they were admitted, since to ask
 * of each when the last contact was would be to read everybody's past.
 */
final class OfPractice {
    private static final String CLIENTS = """
        select c.id, c.display_name, c.time_zone, c.created_at from client c
        where c.practice_id = kith_practice() and c.archived_at is null
        """;
    private static final String OF_THESE = """
        join client c on c.practice_id = kith_practice() and c.id = %s.id
        """;

    /** The last rank is in the order of ids, which is that of admission. */
    private static final String ATTENTION = "rank, case when rank < " + AttentionCode.LAST + " then since end, id";

    private OfPractice() {}

    /** Which of those that were chosen comes first. */
    static String order(CaseloadSort sort) {
        return sort == CaseloadSort.ATTENTION ? ATTENTION : sort.order;
    }

    /** A query of clients (id, display_name, time_zone, created_at), no more of them than asked for. */
    static void choose(Question ask, CaseloadFilter which, Told told, Instant never, @Nullable Cursor after, int most) {
        switch (which.sort()) {
            case NAME -> byName(ask, which, after, most);
            case LAST_ACTIVITY -> byActivity(ask, which, told, never, after, most);
            case ATTENTION -> byAttention(ask, which, told, after, most);
        }
    }

    private static void byName(Question ask, CaseloadFilter which, @Nullable Cursor after, int most) {
        which.narrow(ask.add(CLIENTS));
        further(ask, " and ", which.sort(), after);
        ask.add(" order by " + which.sort().order + " limit ?", most);
    }

    private static void byActivity(
            Question ask, CaseloadFilter which, Told told, Instant never, @Nullable Cursor after, int most) {
        ask.add("""
            select id, display_name, time_zone, created_at from (
              select c.id, c.display_name, c.time_zone, c.created_at, coalesce(did.at, ?) as active
              from client c cross join lateral (
            """, never);
        AttentionFacts.did(ask, "c.id", told);
        which.narrow(ask.add("offset 0) did where c.practice_id = kith_practice() and c.archived_at is null"));
        ask.add(") lived");
        further(ask, " where ", which.sort(), after);
        ask.add(" order by " + which.sort().order + " limit ?", most);
    }

    private static void further(Question ask, String so, CaseloadSort sort, @Nullable Cursor after) {
        if (after != null) {
            ask.add(so + sort.further, sort.values(after).toArray());
        }
    }

    private static void byAttention(Question ask, CaseloadFilter which, Told told, @Nullable Cursor after, int most) {
        ask.add("select c.id, c.display_name, c.time_zone, c.created_at from (\n");
        var amongOthers = after != null && after.number(0) >= AttentionCode.LAST;
        if (!amongOthers) {
            ask.add("(");
            withReason(ask, which, told, after, most);
            ask.add(")\nunion all\n");
        }
        ask.add("select * from (");
        withoutReason(ask, which, told, amongOthers ? after : null, most);
        ask.add(") others order by rank, since, id limit ?) p\n" + OF_THESE.formatted("p"), most);
    }

    private static void withReason(Question ask, CaseloadFilter which, Told told, @Nullable Cursor after, int most) {
        ask.add("select r.* from (select client_id as id, min(rank) as rank, " + AttentionFacts.TURN
                + " as since from (\n");
        AttentionFacts.waiting(ask, "", told);
        which.narrow(ask.add(") w group by client_id) r\n" + OF_THESE.formatted("r") + "where c.archived_at is null"));
        if (after != null) {
            ask.add(
                    " and (r.rank, r.since, r.id) > (?, ?, ?)",
                    CaseloadSort.ATTENTION.values(after).toArray());
        }
        ask.add("\norder by r.rank, r.since, r.id limit ?", most);
    }

    private static void withoutReason(Question ask, CaseloadFilter which, Told told, @Nullable Cursor after, int most) {
        ask.add("select c.id, " + AttentionCode.LAST + " as rank, null::timestamptz as since from client c\n"
                + "where c.practice_id = kith_practice() and c.archived_at is null and not exists (select from (\n");
        AttentionFacts.waiting(ask, "and client_id = c.id", told);
        which.narrow(ask.add(") w)"));
        if (after != null) {
            ask.add(" and c.id > ?", after.uuid(2));
        }
        ask.add("\norder by c.id limit ?", most);
    }
}
