package dev.kith.episode;

import dev.kith.questionnaire.Published;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import java.util.Optional;
import java.util.UUID;

/** Which versions of a questionnaire are taken together. */
final class Versions {
    private Versions() {}

    /** A version of this owner, the library or the practice. */
    static Optional<Published> find(UUID owner, String key, int version, QuestionnaireCatalogue catalogue) {
        return catalogue.find(key, version).filter(one -> one.owner().equals(owner));
    }

    /** The first version that means the same as this one: its series is called by it, whatever is published later. */
    static int firstLike(Published version, QuestionnaireCatalogue catalogue) {
        return catalogue.versionsOf(version.key()).stream()
                .filter(version::comparesWith)
                .reduce((newer, older) -> older)
                .orElse(version)
                .version();
    }
}
