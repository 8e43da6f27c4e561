package dev.kith.episode;

import dev.kith.questionnaire.Published;
import java.util.List;

/** Which versions of a questionnaire are taken together. */
final class Versions {
    private Versions() {}

    /** The first version that means the same as this one: its series is called by it, whatever is published later. */
    static int firstLike(Published version, List<Published> newestFirst) {
        return newestFirst.stream()
                .filter(version::comparesWith)
                .reduce((newer, older) -> older)
                .orElse(version)
                .version();
    }
}
