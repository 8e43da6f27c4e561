package dev.kith.caseload;

import dev.kith.caseload.BriefView.BriefLine;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Questions that may help, each by a plain rule over the lines of the same brief. They are the project's own and suggest, no more; a rule that
 * could say something else of the same lines gets a new version. The most pressing come first.
 */
enum BriefQuestions {
    /** Also once a colleague has seen the alert: until it is resolved, nobody said that it was talked about. */
    SAFETY_FIRST(
            2,
            "ask-about-safety",
            "brief.question.safety-first",
            line -> line.code().equals("critical-alert-open") || line.code().equals("critical-alert-acknowledged")),
    FELT_UNSAFE(1, "ask-what-felt-unsafe", "brief.question.felt-unsafe", barrier("felt-unsafe")),
    GOT_WORSE(
            1,
            "ask-what-happened",
            "brief.question.got-worse",
            line -> line.code().equals("reliable-deterioration")),
    STOPPED(
            1,
            "ask-what-came-before-stopping",
            "brief.question.stopped",
            line -> line.code().equals("log-made")
                    && Boolean.TRUE.equals(line.values().get("stopRuleUsed"))),
    TOO_HARD(1, "ask-for-a-smaller-step", "brief.question.too-hard", barrier("too-hard")),
    NO_TIME(1, "ask-what-would-fit", "brief.question.no-time", barrier("no-time")),
    MISSED_OFTEN(
            1,
            "ask-what-stood-in-the-way",
            "brief.question.missed-often",
            line -> line.code().equals("work-missed") && line.values().get("times") instanceof Integer n && n >= 3),
    NOT_ASKED(
            1,
            "ask-what-made-asking-hard",
            "brief.question.not-asked",
            line -> line.code().equals("ask-not-done") || line.code().equals("rung-held")),
    GOT_BETTER(
            1,
            "ask-what-helped",
            "brief.question.got-better",
            line -> line.code().equals("reliable-improvement"));

    private final int version;
    private final String rule;
    private final String sentence;
    private final Predicate<BriefLine> fits;

    BriefQuestions(int version, String rule, String sentence, Predicate<BriefLine> fits) {
        this.version = version;
        this.rule = rule;
        this.sentence = sentence;
        this.fits = fits;
    }

    private static Predicate<BriefLine> barrier(String code) {
        return line ->
                line.code().equals("work-skipped") && code.equals(line.values().get("barrier"));
    }

    /** Each question once, whatever the number of lines that call for it; all of them are its evidence, the first its source. */
    static List<BriefLine> of(List<BriefLine> lines, Telling telling) {
        return Arrays.stream(values()).flatMap(one -> one.asked(lines, telling)).toList();
    }

    private Stream<BriefLine> asked(List<BriefLine> lines, Telling telling) {
        var evidence = lines.stream().filter(fits).map(BriefLine::source).toList();
        return evidence.isEmpty()
                ? Stream.empty()
                : Stream.of(new BriefLine(
                        rule,
                        telling.say(sentence),
                        BriefView.values("rule", rule, "ruleVersion", version, "evidence", evidence),
                        evidence.get(0)));
    }
}
