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
 * @param sender whose report it is, for its head and foot
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
        Sender sender,
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
     * Whose letter it is.
     *
     * @param lines where they are and how to reach them, under the name; none is fine
     * @param registration stands at the foot of each page; null for nothing
     * @param logo stands at the left of the name; null for none
     */
    public record Sender(
            String name,
            List<String> lines,
            @Nullable String registration,
            @Nullable Logo logo) {

        public Sender {
            lines = List.copyOf(lines);
        }

        /** A name and nothing else. */
        public static Sender of(String name) {
            return new Sender(name, List.of(), null, null);
        }
    }

    /**
     * A picture that is at hand: nothing is fetched for a report.
     *
     * @param png the file
     * @param alternative what it shows, for those who do not see it
     */
    public record Logo(byte[] png, String alternative) {}

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
