package dev.kith.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kith.paging.Cursor;

/** The orders that clients are listed in; each is total, so that pages are stable. */
enum ClientSort {
    @JsonProperty("newest")
    NEWEST(" order by c.id desc", " and c.id < :id") {
        @Override
        Cursor after(Client last) {
            return Cursor.of(last.id);
        }
    },
    @JsonProperty("name")
    NAME(" order by lower(c.display_name), c.id", " and (lower(c.display_name), c.id) > (lower(:name), :id)") {
        @Override
        Cursor after(Client last) {
            return Cursor.of(last.id, last.displayName);
        }
    };

    final String order;
    final String further;

    ClientSort(String order, String further) {
        this.order = order;
        this.further = further;
    }

    /** Where a page ended. */
    abstract Cursor after(Client last);
}
