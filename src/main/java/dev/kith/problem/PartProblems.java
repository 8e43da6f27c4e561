package dev.kith.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one part of a call is told when that part failed alone: the same problem as a call of its own, with pointers from the top. */
@Singleton
public class PartProblems {
    @Inject
    CurrentVertxRequest request;

    @Inject
    Validator validator;

    /**
     * Any failure of a part; what nobody foresaw is logged as our mistake.
     *
     * @param at the pointer of the part
     */
    public Problem of(Throwable e, String at) {
        var known = e instanceof JsonProcessingException json ? of(json) : Unforeseen.known(e);
        if (known == null) {
            Unforeseen.log(e);
            known = new ProblemException(ProblemType.INTERNAL, null);
        }
        var problem = Replies.problem(request.getCurrent(), known);
        return new Problem(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.instance(),
                problem.traceId(),
                from(problem.errors(), at),
                null,
                null,
                null);
    }

    /**
     * For what came in as part of a body.
     *
     * @throws ProblemException 422 with every broken place
     */
    public <T> T requireValid(T part) {
        var faults = validator.validate(part).stream()
                .map(PartProblems::fault)
                .sorted(Comparator.comparing(Problem.Fault::pointer).thenComparing(Problem.Fault::code))
                .toList();
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return part;
    }

    private static Problem.Fault fault(ConstraintViolation<?> violation) {
        return new Problem.Fault(
                RuleProblems.pointer(violation.getPropertyPath().iterator()),
                RuleProblems.code(violation),
                violation.getMessage());
    }

    private static ProblemException of(JsonProcessingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException own) {
                return own;
            }
        }
        return new ProblemException(
                ProblemType.MALFORMED, "The item is not the JSON we take.", List.of(JsonProblems.fault(e)));
    }

    private static @Nullable List<Problem.Fault> from(@Nullable List<Problem.Fault> faults, String at) {
        return faults == null
                ? null
                : faults.stream()
                        .map(fault -> fault.pointer().startsWith("#")
                                ? fault
                                : new Problem.Fault(at + fault.pointer(), fault.code(), fault.detail()))
                        .toList();
    }
}
