package dev.kith.caseload;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kith.words.Words;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a client needs somebody, the most pressing first; {@link AttentionList} sorts by the place in this list. */
@Schema(
        description =
                "Why a client needs somebody, in the order of the list: the first reason that a client has is their rank. Of one rank, who has"
                        + " waited longest comes first, and of alert-open whose alert is due first; then by id. Practice software is given"
                        + " those of the last rank in the order in which they were admitted.")
enum AttentionCode {
    @JsonProperty("critical-alert-open")
    CRITICAL_ALERT_OPEN("attention.critical-alert-open", "attention.meaning.critical-alert-open"),
    @JsonProperty("critical-alert-acknowledged")
    CRITICAL_ALERT_ACKNOWLEDGED(
            "attention.critical-alert-acknowledged", "attention.meaning.critical-alert-acknowledged"),
    @JsonProperty("red-signal")
    RED_SIGNAL("attention.red-signal", "attention.meaning.red-signal"),
    @JsonProperty("alert-open")
    ALERT_OPEN("attention.alert-open", "attention.meaning.alert-open"),
    @JsonProperty("amber-signal")
    AMBER_SIGNAL("attention.amber-signal", "attention.meaning.amber-signal"),
    @JsonProperty("unread-feedback")
    UNREAD_FEEDBACK("attention.unread-feedback", "attention.meaning.unread-feedback"),
    @JsonProperty("time-since-contact")
    TIME_SINCE_CONTACT("attention.time-since-contact", "attention.meaning.time-since-contact");

    /** The rank of those for whom nothing waits. */
    static final int LAST = values().length;

    private final String sentence;
    private final String meaning;

    AttentionCode(String sentence, String meaning) {
        this.sentence = sentence;
        this.meaning = meaning;
    }

    /** From 1. */
    int rank() {
        return ordinal() + 1;
    }

    String say(Words words, Object... arguments) {
        return words.say(sentence, arguments);
    }

    /** The whole order, as it is told to who has a caseload. */
    static List<AttentionRank> order(Words words) {
        return order(words, TIME_SINCE_CONTACT.meaning);
    }

    /** The same, as it is told to practice software. */
    static List<AttentionRank> orderOfAll(Words words) {
        return order(words, "attention.meaning.time-since-contact.of-all");
    }

    private static List<AttentionRank> order(Words words, String last) {
        return Arrays.stream(values())
                .map(code -> new AttentionRank(code.rank(), code, words.say(code.rank() == LAST ? last : code.meaning)))
                .toList();
    }

    /** One place in the order. */
    @Schema(description = "One place in the order of attention.")
    record AttentionRank(
            @Schema(description = "1 is the most pressing.", examples = "1")
            int rank,

            AttentionCode code,

            @Schema(examples = "A critical alert that nobody has acknowledged.")
            String text) {}
}
