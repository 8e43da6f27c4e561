package dev.kith.definition;

import java.math.BigDecimal;

/**
 * What is wrong with one answer.
 *
 * @param linkId whose answer; empty when it is about all of them
 * @param code unknown-link-id, not-answerable, not-enabled, missing-required, option-not-offered, out-of-range, off-step, too-precise, too-long,
 *     too-short, wrong-count or wrong-type
 * @param malformed whether it is the wrong kind of JSON value, rather than one that breaks a rule
 */
public record AnswerFault(String linkId, String code, String detail, boolean malformed) {

    private static AnswerFault rule(String linkId, String code, String detail) {
        return new AnswerFault(linkId, code, detail, false);
    }

    static AnswerFault unknownLinkId(String linkId) {
        return rule(linkId, "unknown-link-id", "is no item of this version");
    }

    static AnswerFault notAnswerable(String linkId) {
        return rule(linkId, "not-answerable", "is a heading, not a question");
    }

    static AnswerFault notEnabled(String linkId) {
        return rule(linkId, "not-enabled", "is not asked, given the other answers");
    }

    static AnswerFault missingRequired(String linkId) {
        return rule(linkId, "missing-required", "must be answered to complete");
    }

    static AnswerFault nothingAnswered() {
        return rule("", "missing-required", "nothing was answered");
    }

    static AnswerFault optionNotOffered(String linkId) {
        return rule(linkId, "option-not-offered", "must be one of the options");
    }

    static AnswerFault wrongCount(Item item) {
        return rule(
                item.linkId(),
                "wrong-count",
                "choose " + (item.minChosen() == null ? "" : "at least " + item.minChosen())
                        + (item.minChosen() == null || item.maxChosen() == null ? "" : " and ")
                        + (item.maxChosen() == null ? "" : "at most " + item.maxChosen()));
    }

    static AnswerFault outOfRange(Item item) {
        return rule(
                item.linkId(),
                "out-of-range",
                "must be" + (item.min() == null ? "" : " from " + Numbers.plain(item.min()))
                        + (item.max() == null ? "" : " to " + Numbers.plain(item.max())));
    }

    static AnswerFault offStep(String linkId, BigDecimal from, BigDecimal step) {
        return rule(
                linkId,
                "off-step",
                "must be " + Numbers.plain(from) + " or some steps of " + Numbers.plain(step) + " more");
    }

    static AnswerFault tooPrecise(String linkId) {
        return rule(linkId, "too-precise", "must have at most " + Numbers.MOST_DIGITS + " digits");
    }

    static AnswerFault tooLong(String linkId, int most) {
        return rule(linkId, "too-long", "must be at most " + most + " characters");
    }

    static AnswerFault tooShort(String linkId, int least) {
        return rule(linkId, "too-short", "must be at least " + least + " characters");
    }

    static AnswerFault wrongType(String linkId, String wanted) {
        return new AnswerFault(linkId, "wrong-type", "must be " + wanted, true);
    }
}
