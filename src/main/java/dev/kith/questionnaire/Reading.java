package dev.kith.questionnaire;

import dev.kith.problem.ProblemException;
import dev.kith.questionnaire.Published.State;
import dev.kith.questionnaire.StoredVersions.Stored;
import dev.kith.security.Caller;
import dev.kith.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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

    /** One version, ready for use; 404 when there is none for this caller, 409 when it is a draft that cannot be used yet. */
    public Published require(Caller caller, String key, int version) {
        return catalogue
                .find(key, version)
                .or(() -> draft(caller, key, version))
                .orElseThrow(ProblemException::notFound);
    }

    /** The drafts of the practice that can be read as what they will be, by key; none for those who do not author. */
    List<Listed> drafts(Caller caller) {
        return isAuthor(caller) ? listed(stored.drafts(caller.practice())) : List.of();
    }

    /** All that this caller may see of a key, newest first; 404 when that is nothing. */
    List<Listed> versions(Caller caller, String key) {
        var all = new ArrayList<Listed>();
        if (isAuthor(caller)) {
            all.addAll(listed(stored.draftsOf(caller.practice(), key)));
        }
        catalogue.versionsOf(key).forEach(one -> all.add(Listed.of(one)));
        if (all.isEmpty()) {
            throw ProblemException.notFound();
        }
        return all;
    }

    private Optional<Published> draft(Caller caller, String key, int version) {
        return isAuthor(caller)
                ? stored.find(caller.practice(), key, version)
                        .filter(row -> row.state() == State.DRAFT)
                        .map(row -> unlessUnfit(() -> row.ready(row.version())))
                : Optional.empty();
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

    private static List<Listed> listed(List<Stored> rows) {
        return rows.stream().map(Listed::of).toList();
    }
}
