package dev.kith.practice;

import dev.kith.audit.Audit;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;

/** How a practice begins. Runs within the new practice's id: {@code Practices.within(id, ...)}. */
@ApplicationScoped
@Transactional
public class Founding {
    @Inject
    OwnPractice practice;

    @Inject
    Employing employing;

    @Inject
    Audit audit;

    @Inject
    @RealTime
    Clock clock;

    /**
     * Makes the practice that the caller names as theirs, and its first member.
     *
     * @param caller {@code Caller.system(newId)}
     * @return the first member
     */
    public MemberView found(Caller caller, @Valid FoundPractice request) {
        if (!request.firstMember().roles().contains(MemberRole.ADMIN)) {
            throw ProblemException.invalid("/firstMember/roles", "admin-missing", "The first member must be an admin.");
        }
        var own = new Practice(caller.practice(), request, clock.instant());
        if (request.demo()) {
            own.declare(new PracticeUse(PracticeUse.Setting.CLINICAL, false, null)); // nobody earns money with it
        }
        practice.persistAndFlush(own);
        audit.wrote(caller, "practice.founded", "practice", caller.practice(), null);
        return employing.employ(caller, request.firstMember());
    }
}
