package dev.kith.refusal;

import dev.kith.problem.PartProblems;
import dev.kith.problem.Problem;
import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Before somebody is told that what they sent is refused, what must not be lost of it is heard. */
@ApplicationScoped
public class Refusals {
    private static final Set<Integer> HEARD =
            Set.of(ProblemType.MALFORMED.status(), ProblemType.CONFLICT.status(), ProblemType.INVALID.status());

    private static final ProblemException AGAIN = ProblemException.unavailable("What was said could not be heard.");

    @Inject
    @Any
    Instance<Heeds> all;

    @Inject
    PartProblems problems;

    /**
     * Of an item of a batch, after its own transaction.
     *
     * @param at the item's pointer
     * @return the problem to tell: the refusal, or that what was said could not be heard, so that it is sent again
     */
    public Problem ofItem(Caller caller, String kind, RefusedCall call, Problem refusal, String at) {
        var heeds = which(one -> one.kind().equals(kind));
        return heeds.isPresent() && isHeard(refusal) ? told(heeds.get(), caller, call, refusal, at) : refusal;
    }

    Problem told(Heeds heeds, Caller caller, RefusedCall call, Problem refusal, String at) {
        try {
            var shown = heeds.heed(caller, call);
            return shown == null ? refusal : refusal.showing(shown);
        } catch (Exception e) { // whatever it is: a refusal would say that nothing more is to be done
            var failure = problems.of(e, at);
            return failure.status() < ProblemType.INTERNAL.status() ? problems.of(AGAIN, at) : failure;
        }
    }

    static boolean isHeard(Problem refusal) {
        return HEARD.contains(refusal.status());
    }

    Optional<Heeds> of(Class<?> body) {
        return which(one -> one.bodies().contains(body));
    }

    private Optional<Heeds> which(Predicate<Heeds> asked) {
        return all.stream().filter(asked).findFirst();
    }
}
