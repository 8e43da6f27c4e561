package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Small models to try the engine on. */
final class Models {

    static final MissingRule STRICT = new MissingRule.Strict();

    private Models() {}

    static BigDecimal n(String value) {
        return new BigDecimal(value);
    }

    static BigDecimal n(int value) {
        return BigDecimal.valueOf(value);
    }

    static List<BigDecimal> zeroTo(int most) {
        return IntStream.rangeClosed(0, most).mapToObj(BigDecimal::valueOf).toList();
    }

    static ScoredItem item(String linkId) {
        return new ScoredItem(linkId, zeroTo(3), false);
    }

    static ScoredItem reversed(String linkId) {
        return new ScoredItem(linkId, zeroTo(3), true);
    }

    static Formula sumOf(List<String> items) {
        return new Formula.OfItems(new Sum(), items);
    }

    static Formula meanOf(List<String> items) {
        return new Formula.OfItems(new Mean(), items);
    }

    static ScoringModel model(List<ScoredItem> items, Scale... scales) {
        return new ScoringModel(items, List.of(scales), List.of(), List.of(), List.of());
    }

    /** So many items x1, x2 ... of 0 to 3 in one sum called total. */
    static ScoringModel sum(int items, MissingRule missing, Band... bands) {
        var names = names(items);
        return new ScoringModel(
                names.stream().map(Models::item).toList(),
                List.of(new Scale("total", sumOf(names), missing, 0, List.of(bands))),
                List.of(),
                List.of(),
                List.of());
    }

    static List<String> names(int items) {
        return IntStream.rangeClosed(1, items).mapToObj(i -> "x" + i).toList();
    }

    /** Answers x1, x2 ...; null leaves one out. */
    static Map<String, BigDecimal> answers(@Nullable Integer... values) {
        var answers = new HashMap<String, BigDecimal>();
        for (var i = 0; i < values.length; i++) {
            var value = values[i];
            if (value != null) {
                answers.put("x" + (i + 1), n(value));
            }
        }
        return answers;
    }

    static Band band(int from, int to, String code) {
        return new Band(n(from), n(to), code, BandBasis.PUBLISHED);
    }
}
