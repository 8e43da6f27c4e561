package dev.kith.definition;

import dev.kith.scoring.Circumstances;
import dev.kith.scoring.Given;

/** Checked answers as the engine takes them. */
public final class GivenAnswers {

    private GivenAnswers() {}

    public static Given of(Answers answers, Circumstances circumstances) {
        return new Given(answers.numbers(), answers.values().keySet(), answers.enabled(), circumstances);
    }
}
