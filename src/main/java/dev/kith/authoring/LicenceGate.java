package dev.kith.authoring;

import dev.kith.definition.Passport;
import dev.kith.definition.Wording;
import dev.kith.practice.PracticeDirectory;
import dev.kith.practice.PracticeUse;
import dev.kith.problem.ProblemException;
import dev.kith.questionnaire.Published;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** What the practice of the running transaction may give to its clients: facts of the licence against its declared use. */
@ApplicationScoped
public class LicenceGate {
    @Inject
    PracticeDirectory practice;

    /** Lets an instrument pass that may be given and can be read; else 409 with the reason. */
    public void requireGivable(Published published) {
        var passport = published.definition().passport();
        var reason = reason(passport.licence(), practice.current().use());
        if (reason != null) {
            throw ProblemException.conflict("licence-forbids", reason);
        }
        var worded = passport.wordingIncluded()
                || published.wordings().values().stream()
                        .anyMatch(one -> one.wording().status() == Wording.Status.PRACTICE);
        if (!worded) {
            throw ProblemException.conflict(
                    "wording-missing", "It ships without its words; attach a wording that you hold a licence for.");
        }
    }

    /** Why the licence does not allow this use; null when it does. */
    static @Nullable String reason(Passport.Licence licence, @Nullable PracticeUse use) {
        if (licence.commercialUse()) {
            return null;
        }
        if (use == null) {
            return "Its licence (" + licence.code() + ") restricts its use; declare the practice's use first.";
        }
        return use.commercial() ? "Its licence (" + licence.code() + ") forbids commercial use." : null;
    }
}
