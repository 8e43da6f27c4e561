package dev.kith.assignment;

import java.util.UUID;

/**
 * What is to be done: one version of a questionnaire or of an exercise.
 *
 * @param owner the practice whose it is, or the library
 */
public record Work(Kind kind, UUID owner, String key, int version) {

    /** What a client does with it: answer, or log. */
    public enum Kind {
        QUESTIONNAIRE,
        EXERCISE
    }

    public boolean isExercise() {
        return kind == Kind.EXERCISE;
    }
}
