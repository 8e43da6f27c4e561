package dev.kith.recurrence;

import java.util.List;

/**
 * What is to be said, in no language yet.
 *
 * @param code which sentence, or part of one
 * @param arguments what goes into it: whole numbers, texts, days, months, times, dates, phrases, or lists of these
 */
public record Phrase(String code, List<Object> arguments) {
    public Phrase {
        arguments = List.copyOf(arguments);
    }

    static Phrase of(String code, Object... arguments) {
        return new Phrase(code, List.of(arguments));
    }
}
