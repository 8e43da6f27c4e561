package dev.kith.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What a report says by itself, in the reader's language where there are words for it, else in English. */
record ReportWords(
        Locale locale,
        String title,
        String client,
        String period,
        String made,
        String summary,
        String figures,
        String basis,
        String source,
        String licences,
        String page,
        String of,
        String until,
        String newest) {

    static ReportWords in(Locale wanted) {
        var words = ResourceBundle.getBundle(
                "report/words",
                wanted,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var spoken = words.getLocale().getLanguage();
        return new ReportWords(
                wanted.getLanguage().equals(spoken.isEmpty() ? "en" : spoken) ? wanted : Locale.UK,
                words.getString("title"),
                words.getString("client"),
                words.getString("period"),
                words.getString("made"),
                words.getString("summary"),
                words.getString("figures"),
                words.getString("basis"),
                words.getString("source"),
                words.getString("licences"),
                words.getString("page"),
                words.getString("of"),
                words.getString("until"),
                words.getString("newest"));
    }

    /** Of so many rows. */
    String newest(int shown, int all) {
        return new MessageFormat(newest, locale).format(new Object[] {shown, all});
    }
}
