package dev.kith.caseload;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kith.caseload.AttentionList.Found;
import dev.kith.paging.Cursor;
import java.util.List;

/** The orders of a caseload; each is total, so that pages are stable. */
enum CaseloadSort {
    @JsonProperty("attention")
    ATTENTION("(rank, since, id) > (?, ?, ?)", "rank, since, id") {
        @Override
        Cursor key(Found one) {
            return Cursor.of(one.rank(), one.since(), one.id());
        }

        @Override
        List<Object> values(Cursor after) {
            return List.of((int) after.number(0), after.instant(1), after.uuid(2));
        }
    },
    @JsonProperty("name")
    NAME("(lower(display_name), id) > (lower(?), ?)", "lower(display_name), id") {
        @Override
        Cursor key(Found one) {
            return Cursor.of(one.displayName(), one.id());
        }

        @Override
        List<Object> values(Cursor after) {
            return List.of(after.text(0), after.uuid(1));
        }
    },
    /** Those that never did anything come last. */
    @JsonProperty("last-activity")
    LAST_ACTIVITY("(active, id) < (?, ?)", "active desc, id desc") {
        @Override
        Cursor key(Found one) {
            return Cursor.of(one.activeOrNever(), one.id());
        }

        @Override
        List<Object> values(Cursor after) {
            return List.of(after.instant(0), after.uuid(1));
        }
    };

    final String further;
    final String order;

    CaseloadSort(String further, String order) {
        this.further = further;
        this.order = order;
    }

    /** Where a page ended. */
    abstract Cursor key(Found one);

    /** What stands for the question marks of {@link #further}. */
    abstract List<Object> values(Cursor after);
}
