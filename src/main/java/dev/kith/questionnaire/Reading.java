package dev.kith.questionnaire;

import dev.kith.definition.Definitions;
import dev.kith.problem.ProblemException;
import dev.kith.questionnaire.Published.State;
import dev.kith.questionnaire.StoredVersions.Stored;
import dev.kith.security.Caller;
import dev.kith.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a caller may look at: what is published, from memory; and for those who author, the drafts of their practice. */
@ApplicationScoped
public class Reading {
    @Inject
    QuestionnaireCatalogue catalogue;

    @Inject
    StoredVersions stored;

    /** Whether they write questionnaires for their practice, and so see its drafts. */
    public static boolean isAuthor(Caller caller) {
        return caller.is(Roles.ADMIN) || caller.is(Roles.SUPERVISOR);
    }

    /** One version, ready for use; 404 when there is none for this caller, 409 when it is a draft that cannot be scored yet. */
    public Published require(Caller caller, String key, int version) {
        return catalogue
                .find(key, version)
                .or(() -> draft(caller, key, version).map(Reading::ready))
                .orElseThrow(ProblemException::notFound);
    }

    /** The newest version of each draft, by key; none for those who do not author. */
    List<QuestionnaireSummary> drafts(Caller caller, @Nullable String wanted) {
        return isAuthor(caller)
                ? stored.drafts(caller.practice()).stream()
                        .map(row -> summary(row, wanted))
                        .toList()
                : List.of();
    }

    /** All that this caller may see of a key, newest first; 404 when that is nothing. */
    List<QuestionnaireSummary> versions(Caller caller, String key, @Nullable String wanted) {
        var published = catalogue.versionsOf(key).stream().map(one -> QuestionnaireSummary.of(one, wanted));
        var draft = isAuthor(caller)
                ? stored.drafts(caller.practice()).stream()
                        .filter(row -> row.key().equals(key))
                        .map(row -> summary(row, wanted))
                : Stream.<QuestionnaireSummary>empty();
        var all = Stream.concat(draft, published).toList();
        if (all.isEmpty()) {
            throw ProblemException.notFound();
        }
        return all;
    }

    private Optional<Stored> draft(Caller caller, String key, int version) {
        return isAuthor(caller)
                ? stored.find(caller.practice(), key, version).filter(row -> row.state() == State.DRAFT)
                : Optional.empty();
    }

    private static Published ready(Stored row) {
        return unlessUnfit(() -> row.ready(row.version()));
    }

    /** Works with a version that may be a draft: what it lacks is the author's to mend, 409. */
    static <T> T unlessUnfit(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException unfit) {
            throw ProblemException.conflict(
                    "draft-unfit", "The draft cannot be used yet; its validation says what is wrong.");
        }
    }

    private static QuestionnaireSummary summary(Stored row, @Nullable String wanted) {
        return unlessUnfit(
                () -> QuestionnaireSummary.of(Definitions.readJson(row.json()).definition(), row.state(), wanted));
    }
}
