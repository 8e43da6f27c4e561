package dev.kith.episode;

import dev.kith.questionnaire.Published;
import dev.kith.questionnaire.QuestionnaireCatalogue;

/** Which versions of a questionnaire are taken together. */
final class Versions {
    private Versions() {}

    /** The first version that means the same as this one: its series is called by it, whatever is published later. */
    static int firstLike(Published version, QuestionnaireCatalogue catalogue) {
        return catalogue.versionsOf(version.owner(), version.key()).stream()
                .filter(version::comparesWith)
                .reduce((newer, older) -> older)
                .orElse(version)
                .version();
    }
}
