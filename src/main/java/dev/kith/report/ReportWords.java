package dev.kith.report;

import dev.kith.words.Words;
import java.util.Locale;

/** What a report says by itself, in the reader's language where there are words for it, else in English. */
record ReportWords(
        Locale locale,
        Words words,
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
        String until) {

    static ReportWords in(Locale wanted) {
        var words = Words.in(wanted.toLanguageTag());
        return new ReportWords(
                wanted.getLanguage().equals(words.language()) ? wanted : Locale.UK,
                words,
                words.say("report.page.title"),
                words.say("report.page.client"),
                words.say("report.page.period"),
                words.say("report.page.made"),
                words.say("report.page.summary"),
                words.say("report.page.figures"),
                words.say("report.page.basis"),
                words.say("report.page.source"),
                words.say("report.page.licences"),
                words.say("report.page.page"),
                words.say("report.page.of"),
                words.say("report.page.until"));
    }

    /** Of so many rows. */
    String newest(int shown, int all) {
        return words.say("report.page.newest", shown, all);
    }
}
