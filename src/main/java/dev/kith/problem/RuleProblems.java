package dev.kith.problem;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Input that breaks a declared rule: 422 with every broken place. What we return breaking one is our mistake. */
@Singleton
class RuleProblems {
    @Inject
    Replies replies;

    @Inject
    Unforeseen unforeseen;

    @ServerExceptionMapper
    RestResponse<Problem> rules(ConstraintViolationException e) {
        var faults = new ArrayList<Problem.Fault>();
        for (var violation : e.getConstraintViolations()) {
            var fault = fault(violation);
            if (fault == null) {
                return unforeseen.any(e);
            }
            if (fault.pointer().isEmpty() && fault.code().equals("not-null")) {
                var missing = new Problem.Fault("", "missing", "a body is needed");
                return replies.reply(new ProblemException(ProblemType.MALFORMED, null, List.of(missing)));
            }
            faults.add(fault);
        }
        faults.sort(Comparator.comparing(Problem.Fault::pointer).thenComparing(Problem.Fault::code));
        return replies.reply(ProblemException.invalid(faults));
    }

    /** Null when what broke the rule did not come in with the call. */
    private static Problem.@Nullable Fault fault(ConstraintViolation<?> violation) {
        var nodes = violation.getPropertyPath().iterator();
        var method = nodes.next();
        if (method.getKind() != ElementKind.METHOD || !nodes.hasNext()) {
            return null;
        }
        var parameter = nodes.next();
        if (parameter.getKind() != ElementKind.PARAMETER) {
            return null;
        }
        var name = parameterName(
                violation.getRootBeanClass(),
                method.as(Path.MethodNode.class),
                parameter.as(Path.ParameterNode.class).getParameterIndex());
        return new Problem.Fault(name == null ? pointer(nodes) : "#" + name, code(violation), violation.getMessage());
    }

    static String code(ConstraintViolation<?> violation) {
        return kebab(violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName());
    }

    static String pointer(Iterator<Path.Node> nodes) {
        var pointer = new StringBuilder();
        while (nodes.hasNext()) {
            var node = nodes.next();
            if (node.isInIterable()) {
                pointer.append('/').append(node.getIndex() != null ? node.getIndex() : escape(node.getKey()));
            }
            if (node.getName() != null && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
                pointer.append('/').append(escape(node.getName()));
            }
        }
        return pointer.toString();
    }

    private static String escape(@Nullable Object key) {
        return String.valueOf(key).replace("~", "~0").replace("/", "~1");
    }

    /** The name on the wire of a path, query or header parameter; null for the body. */
    private static @Nullable String parameterName(@Nullable Class<?> bean, Path.MethodNode node, int index) {
        for (var type = bean; type != null; type = type.getSuperclass()) {
            for (var method : type.getDeclaredMethods()) {
                if (!method.getName().equals(node.getName())
                        || !Arrays.asList(method.getParameterTypes()).equals(node.getParameterTypes())) {
                    continue;
                }
                for (var annotation : method.getParameterAnnotations()[index]) {
                    if (annotation instanceof QueryParam query) {
                        return query.value();
                    } else if (annotation instanceof PathParam path) {
                        return path.value();
                    } else if (annotation instanceof HeaderParam header) {
                        return header.value();
                    }
                }
            }
        }
        return null;
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
