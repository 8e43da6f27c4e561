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
import org.jspecify.annotations.Nullable;

/** Before somebody is told that what they sent is refused, what must not be lost of it is heard. */
@ApplicationScoped
public class Refusals {
    private static final Set<Integer> HEARD = Set.of(
            ProblemType.MALFORMED.status(),
            ProblemType.CONFLICT.status(),
            ProblemType.INVALID.status(),
            ProblemType.TOO_MANY_REQUESTS.status());

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
     * @return the problem to tell: the refusal, or that what was said could not be heard or has no room now, so that it is sent again
     */
    public Problem ofItem(Caller caller, String kind, RefusedCall call, Problem refusal, String at) {
        var heeds = which(one -> one.kind().equals(kind));
        return heeds.isPresent() && isHeard(refusal)
                ? told(heeds.get(), caller, call, refusal, at).problem()
                : refusal;
    }

    /**
     * What is told.
     *
     * @param retryAfter seconds, where it is to be sent again
     */
    record Told(Problem problem, @Nullable Integer retryAfter) {}

    Told told(Heeds heeds, Caller caller, RefusedCall call, Problem refusal, String at) {
        try {
            var heard = heeds.heed(caller, call);
            var later = heard.later();
            return later == null
                    ? new Told(refusal.heard(heard.card(), heard.keptAs()), null)
                    : new Told(problems.of(later, at).heard(heard.card(), null), later.retryAfter());
        } catch (Exception e) { // whatever it is: a refusal would say that nothing more is to be done
            var failure = problems.of(e, at);
            var told = failure.status() < ProblemType.INTERNAL.status() ? problems.of(AGAIN, at) : failure;
            return new Told(told, told.status() == ProblemType.UNAVAILABLE.status() ? AGAIN.retryAfter() : null);
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
