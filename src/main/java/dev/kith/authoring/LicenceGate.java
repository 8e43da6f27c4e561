package dev.kith.authoring;

import dev.kith.definition.ReadWording;
import dev.kith.definition.Wording;
import dev.kith.practice.PracticeDirectory;
import dev.kith.practice.PracticeRecord;
import dev.kith.problem.ProblemException;
import dev.kith.questionnaire.Published;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the practice of the running transaction may give to its clients: facts of the licence against its declared use. */
@ApplicationScoped
public class LicenceGate {
    @Inject
    PracticeDirectory practice;

    /**
     * Lets an instrument pass that may be given and can be read; else 409 with the reason. Where a practice attached the words under
     * a licence of its own, it is that licence which counts.
     */
    public void requireGivable(Published published) {
        requireGivable(published, practice.current());
    }

    /** The same for whoever has the practice's record already. */
    public static void requireGivable(Published published, PracticeRecord own) {
        if (own.switchedOff().contains(published.key())) {
            throw ProblemException.conflict("switched-off", "The practice has switched this questionnaire off.");
        }
        var passport = published.definition().passport();
        if (published.wordings().values().stream().anyMatch(words -> bringsItsRight(words, published))) {
            return;
        }
        var reason = LicenceTerms.against(passport.licence(), own.use());
        if (reason != null) {
            throw ProblemException.conflict("licence-forbids", reason);
        }
        if (!passport.wordingIncluded()) {
            throw ProblemException.conflict(
                    "wording-missing",
                    "It ships without its words; attach a wording of all its questions that you hold a licence for.");
        }
    }

    /** Words for a part of it cannot be given to anybody. */
    private static boolean bringsItsRight(ReadWording attached, Published published) {
        var wording = attached.wording();
        return wording.status() == Wording.Status.PRACTICE
                && wording.licenceNote() != null
                && published.isWordedIn(wording.language());
    }
}
