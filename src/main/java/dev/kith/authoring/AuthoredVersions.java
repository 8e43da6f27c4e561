package dev.kith.authoring;

import dev.kith.problem.ProblemException;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** The versions that the practice wrote itself. */
@ApplicationScoped
class AuthoredVersions implements PanacheRepositoryBase<AuthoredVersion, UUID> {
    @Inject
    QuestionnaireCatalogue catalogue;

    /** Held until the transaction ends; 404 when there is none, 409 when it is the library's. */
    AuthoredVersion take(String key, int number) {
        return find("questionnaire = ?1 and number = ?2", key, number)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> catalogue.find(key, number).isPresent() ? shipped() : ProblemException.notFound());
    }

    /** The version with the highest number, a draft or not. */
    Optional<AuthoredVersion> newest(String key) {
        return find("questionnaire = ?1 order by number desc", key).firstResultOptional();
    }

    static ProblemException shipped() {
        return ProblemException.conflict("shipped", "It belongs to the library; copy it under a key of your own.");
    }
}
