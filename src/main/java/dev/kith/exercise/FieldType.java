package dev.kith.exercise;

import java.util.Locale;

/** What a field of a log takes. */
public enum FieldType {
    /** A whole number, 0 to 10 when nothing else is said. */
    RATING,
    /** How sure, in percent. */
    BELIEF,
    /** Where in the body, and how it feels. */
    SENSATIONS,
    /** Who helped. */
    HELPERS,
    /** What came of it; an option. */
    OUTCOME,
    /** One option. */
    CHOICE,
    /** Any of the options. */
    CHOICES,
    TEXT,
    /** How many. */
    COUNT,
    /** How long, at most a day. */
    MINUTES,
    /** Any number. */
    NUMBER,
    YES_NO;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isNumber() {
        return switch (this) {
            case RATING, BELIEF, COUNT, MINUTES, NUMBER -> true;
            default -> false;
        };
    }

    public boolean hasOptions() {
        return this == OUTCOME || this == CHOICE || this == CHOICES;
    }

    /** Whether answers can be counted by what they say: options, or yes and no. */
    public boolean isChosen() {
        return hasOptions() || this == YES_NO;
    }

    /** Whether the client says who may read it. */
    public boolean hasSharing() {
        return this == TEXT || this == HELPERS;
    }
}
