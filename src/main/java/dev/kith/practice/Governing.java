package dev.kith.practice;

import dev.kith.audit.Audit;
import dev.kith.etag.Etags;
import dev.kith.json.Given;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** What one can do with one's own practice. */
@ApplicationScoped
@Transactional
class Governing {
    @Inject
    OwnPractice practice;

    @Inject
    Audit audit;

    PracticeView read() {
        return PracticeView.of(practice.current());
    }

    PracticeView revise(Caller caller, RevisePractice request, @Nullable String ifMatch) {
        var own = practice.current();
        Etags.require(ifMatch, own.version);
        own.name = Given.orKeep(request.name(), own.name);
        own.timeZone = Given.orKeep(request.timeZone(), own.timeZone);
        own.language = Given.orKeep(request.language(), own.language);
        own.fourEyes = Given.orKeep(request.fourEyes(), own.fourEyes);
        if (request.switchedOff() != null) {
            own.switchedOff = request.switchedOff().stream().sorted().toArray(String[]::new);
        }
        if (request.use() != null) {
            own.declare(
                    request.use().value() == null ? null : request.use().value().into(own.use()));
        }
        audit.wrote(caller, "practice.updated", "practice", own.id, null);
        practice.flush(); // the new version is known, and a lost race is seen, before the reply is built
        return PracticeView.of(own);
    }
}
