package dev.kith.scoring;

import java.time.Duration;

/**
 * A doubt about answers that came faster than the questions can be read.
 *
 * @param least what an honest reader needs
 */
public record TooFast(String code, Duration least) implements ValidityCheck {

    @Override
    public boolean shows(Given given) {
        var took = given.circumstances().took();
        return took != null && took.compareTo(least) < 0;
    }
}
