package dev.kith.chart;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * How a chart speaks: its own words, numbers and dates. Words come in the locale's language where there are some, else in English; dates and numbers
 * then too, so that no sentence mixes two languages.
 */
final class Wording {
    private final ResourceBundle words;
    private final Locale locale;
    private final DecimalFormat numbers;
    private final DateTimeFormatter dates;

    Wording(Locale wanted, ZoneId zone) {
        words = ResourceBundle.getBundle(
                "chart/words",
                wanted,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var spoken = words.getLocale().getLanguage();
        locale = wanted.getLanguage().equals(spoken.isEmpty() ? "en" : spoken) ? wanted : Locale.UK;
        numbers = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(locale));
        dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(zone);
    }

    Locale locale() {
        return locale;
    }

    /** How keys about a gap that is told end. */
    static String ofGap(Chart.Gap.Kind kind) {
        return switch (kind) {
            case MISSED -> "Missed";
            case SKIPPED -> "Skipped";
            case NOT_COUNTED -> "NotCounted";
            case UNTOLD -> throw new IllegalArgumentException("nobody is told");
        };
    }

    String say(String key, Object... with) {
        return new MessageFormat(words.getString(key), locale).format(with);
    }

    /** With at most two decimals, half up. */
    String number(BigDecimal value) {
        return numbers.format(value.setScale(2, java.math.RoundingMode.HALF_UP)).replace('-', '−');
    }

    /** With its sign. */
    String change(BigDecimal value) {
        return (value.signum() > 0 ? "+" : "") + number(value);
    }

    String date(Instant at) {
        return dates.format(at);
    }
}
