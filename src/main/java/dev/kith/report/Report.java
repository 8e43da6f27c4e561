package dev.kith.report;

import dev.kith.chart.Chart;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A client's progress over a period, to be printed. All texts are in the reader's language already, and are shown as text whatever stands in them.
 *
 * @param practice name of the practice, for the letterhead
 * @param address further lines of the letterhead; none is fine
 * @param client the display name
 * @param from first day of the period
 * @param to last day of the period
 * @param summary what went on, in plain words
 * @param scales in the order in which they are to be read, at most {@link #MOST_SCALES}
 * @param listings what else is told, in tables, after the scales
 * @param attributions what the licences of the instruments want to be said
 * @param madeAt stands in the report and in the file, so that the same report is the same bytes
 */
public record Report(
        String practice,
        List<String> address,
        String client,
        LocalDate from,
        LocalDate to,
        List<Point> summary,
        List<Scale> scales,
        List<Listing> listings,
        List<String> attributions,
        Instant madeAt,
        Locale locale,
        ZoneId zone) {

    /** More is no report, and work without bound. */
    public static final int MOST_SCALES = 40;

    public Report {
        address = List.copyOf(address);
        summary = List.copyOf(summary);
        scales = List.copyOf(scales);
        listings = List.copyOf(listings);
        attributions = List.copyOf(attributions);
        if (scales.size() > MOST_SCALES) {
            throw new IllegalArgumentException("more than " + MOST_SCALES + " scales");
        }
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("a period ends after it begins");
        }
    }

    /**
     * One scale: its chart, and by what its change was judged.
     *
     * @param sentences what may be said of it in words
     * @param basis figures that the change was judged by, or why nothing can be said
     * @param citation source of the figures; null when there are none
     */
    public record Scale(
            Chart chart,
            List<String> sentences,
            String basis,
            @Nullable String citation) {

        public Scale {
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * A table under a title.
     *
     * @param sentences that stand above it
     * @param columns names of the columns; none when there is no table
     * @param rows each with a cell for each column
     */
    public record Listing(String title, List<String> sentences, List<String> columns, List<List<String>> rows) {

        public Listing {
            sentences = List.copyOf(sentences);
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * One thing that went on.
     *
     * @param about what is spoken of, to stand out; null when the sentences speak for themselves
     */
    public record Point(@Nullable String about, String sentences) {

        /** What speaks for itself. */
        public static Point of(String sentences) {
            return new Point(null, sentences);
        }
    }
}
