package dev.kith.manual;

import dev.kith.change.Direction;
import dev.kith.definition.ChangeFigures;
import dev.kith.definition.Passport;
import dev.kith.definition.ScaleDefinition;
import dev.kith.scoring.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One score, as the library's page tells it.
 *
 * @param range the least and the most it can be
 * @param making how it is made, and what becomes of missing answers, in words
 * @param figures what was published about change on it
 */
public record ScaleEntry(
        String code,
        String title,
        String range,
        String making,
        String direction,
        List<BandEntry> bands,
        List<FigureEntry> figures) {

    /**
     * What a range of it is called, and by what right.
     *
     * @param whom female or male; empty for everybody
     */
    public record BandEntry(String label, String range, String basis, String whom) {}

    /** A figure in words, its source, and whether it was read there. */
    public record FigureEntry(String words, String source, boolean verified) {}

    static ScaleEntry of(ScaleDefinition scale, Range range, Passport passport, String language) {
        return new ScaleEntry(
                scale.code(),
                scale.title().in(language),
                range.min() + " to " + range.max(),
                making(scale),
                scale.direction() == Direction.NEITHER ? "neither end is better" : inWords(scale.direction()),
                scale.bands().stream()
                        .map(band -> new BandEntry(
                                band.label().in(language),
                                band.from() + " to " + band.to(),
                                inWords(band.basis()),
                                band.sex() == null ? "" : inWords(band.sex())))
                        .toList(),
                scale.change() == null ? List.of() : figures(scale.change(), passport));
    }

    private static String making(ScaleDefinition scale) {
        var words = new StringBuilder(inWords(scale.method()));
        if (!scale.whole().isEmpty()) {
            words.append(", in percent, of ")
                    .append(String.join(" and ", scale.items()))
                    .append(" in ")
                    .append(String.join(" and ", scale.whole()))
                    .append("; every item must be answered");
        } else if (scale.of() != null) {
            words.append(" of ").append(scale.of());
        } else if (!scale.items().isEmpty()) {
            words.append(" of ").append(scale.items().size()).append(" items");
        } else if (!scale.scales().isEmpty()) {
            words.append(" of ").append(String.join(", ", scale.scales()));
        }
        if (scale.factor() != null) {
            words.append(", times ").append(scale.factor().toPlainString());
        }
        return scale.missing() == null
                ? words.toString()
                : words.append("; ").append(missing(scale.missing())).toString();
    }

    private static String missing(ScaleDefinition.Missing missing) {
        return switch (missing.rule()) {
            case STRICT -> "every item must be answered";
            case AT_MOST -> "at most " + missing.count() + " may be missing, prorated";
            case SHARE -> "a share of " + missing.answered() + " must be answered, prorated";
            case SUBSCALES -> missing.answered() + " must be answered and each part be valid, prorated";
        };
    }

    private static List<FigureEntry> figures(ChangeFigures change, Passport passport) {
        var told = new ArrayList<FigureEntry>();
        var threshold = change.threshold();
        if (threshold != null) {
            var sure = threshold.confidence() == null ? "" : " (confidence " + threshold.confidence() + ")";
            add(told, "reliable change: " + threshold.points() + " points" + sure, threshold, passport);
        }
        var spread = change.reliability();
        if (spread != null) {
            add(told, "standard deviation " + spread.sd() + ", reliability " + spread.reliability(), spread, passport);
        }
        var caseness = change.caseness();
        if (caseness != null) {
            add(told, "clinical from " + caseness.points(), caseness, passport);
        }
        norm(told, "people in care", change.clinicalNorm(), passport);
        norm(told, "everybody else", change.functionalNorm(), passport);
        var least = change.minimalImportantDifference();
        if (least != null) {
            add(told, "least change that matters: " + least.points() + " points", least, passport);
        }
        var response = change.response();
        if (response != null) {
            add(told, "response: " + response.percent() + " % less", response, passport);
        }
        var remission = change.remission();
        if (remission != null) {
            add(told, "remission: below " + remission.below(), remission, passport);
        }
        return List.copyOf(told);
    }

    private static void norm(List<FigureEntry> told, String who, ChangeFigures.@Nullable Norm norm, Passport passport) {
        if (norm != null) {
            add(told, who + ": mean " + norm.mean() + ", standard deviation " + norm.sd(), norm, passport);
        }
    }

    private static void add(List<FigureEntry> told, String words, ChangeFigures.Figure figure, Passport passport) {
        told.add(new FigureEntry(words, passport.citation(figure.citation()), figure.verified()));
    }

    static String inWords(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
