package dev.kith.definition;

/**
 * What is wrong with one answer.
 *
 * @param linkId whose answer; empty when it is about all of them
 * @param code unknown-link-id, missing-required, option-not-offered, out-of-range or wrong-type
 * @param malformed whether it is the wrong kind of JSON value, rather than one that breaks a rule
 */
public record AnswerFault(String linkId, String code, String detail, boolean malformed) {

    static AnswerFault unknownLinkId(String linkId) {
        return new AnswerFault(linkId, "unknown-link-id", "is no item of this version", false);
    }

    static AnswerFault missingRequired(String linkId) {
        return new AnswerFault(linkId, "missing-required", "must be answered to complete", false);
    }

    static AnswerFault optionNotOffered(String linkId) {
        return new AnswerFault(linkId, "option-not-offered", "must be one of the options", false);
    }

    static AnswerFault outOfRange(String linkId, String range) {
        return new AnswerFault(linkId, "out-of-range", range, false);
    }

    static AnswerFault wrongType(String linkId, String wanted) {
        return new AnswerFault(linkId, "wrong-type", "must be " + wanted, true);
    }
}
