package dev.kith;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestPath;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;

/**
 * The framework finds an endpoint. It first picks a class by the longest path that begins the request, and when that class lacks the rest
 * it looks no further than classes whose paths begin with the same literal text: a class at /v1/practice answers 404 for /practice/rules of
 * a class at /v1. So each path is looked up here as the framework does it, with the framework's own mapper.
 */
final class Routed extends ArchCondition<JavaMethod> {
    /** What stands for a parameter; no path of ours says it. */
    private static final String ANY = "any-value-of-it";

    private final List<Endpoint> endpoints = new ArrayList<>();

    Routed() {
        super("be found by the framework");
    }

    private record Endpoint(JavaMethod method, String verb, String classPath, String path) {
        String name() {
            return method.getFullName();
        }

        String asked() {
            return (classPath + path).replaceAll("\\{[^}]*}", ANY);
        }
    }

    @Override
    public void init(Collection<JavaMethod> all) {
        endpoints.clear();
        all.forEach(method -> verb(method)
                .ifPresent(verb -> endpoints.add(new Endpoint(method, verb, path(method.getOwner()), path(method)))));
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        endpoints.stream()
                .filter(endpoint -> endpoint.method().equals(method))
                .filter(endpoint -> !found(endpoint))
                .forEach(endpoint -> events.add(SimpleConditionEvent.violated(
                        method,
                        "%s %s%s of %s is hidden by the class at %s, which lacks it"
                                .formatted(
                                        endpoint.verb(),
                                        endpoint.classPath(),
                                        endpoint.path(),
                                        endpoint.name(),
                                        firstMet(endpoint)))));
    }

    private boolean found(Endpoint endpoint) {
        var classes = mapper(true, byClassPath());
        var match = classes.map(endpoint.asked());
        while (match != null) {
            var answers = answers(match.value, endpoint.verb(), match.remaining.isEmpty() ? "/" : match.remaining);
            if (!answers.isEmpty()) {
                return answers.contains(endpoint);
            }
            match = classes.continueMatching(endpoint.asked(), match);
        }
        return false;
    }

    private String firstMet(Endpoint endpoint) {
        var match = mapper(true, byClassPath()).map(endpoint.asked());
        return match == null ? "nowhere" : match.template.template;
    }

    /** Those that take the rest of a path. */
    private static List<Endpoint> answers(List<Endpoint> here, String verb, String remaining) {
        var byPath = new TreeMap<String, List<Endpoint>>();
        here.stream()
                .filter(endpoint -> endpoint.verb().equals(verb))
                .forEach(endpoint -> byPath.computeIfAbsent(
                                endpoint.path().isEmpty() ? "/" : endpoint.path(), path -> new ArrayList<>())
                        .add(endpoint));
        var match = mapper(false, byPath).map(remaining);
        return match == null ? List.of() : match.value;
    }

    private Map<String, List<Endpoint>> byClassPath() {
        var classes = new TreeMap<String, List<Endpoint>>();
        endpoints.forEach(endpoint -> classes.computeIfAbsent(endpoint.classPath(), path -> new ArrayList<>())
                .add(endpoint));
        return classes;
    }

    private static RequestMapper<List<Endpoint>> mapper(boolean prefix, Map<String, List<Endpoint>> paths) {
        var templates = new ArrayList<RequestPath<List<Endpoint>>>();
        paths.forEach((path, those) -> templates.add(new RequestPath<>(prefix, new URITemplate(path, prefix), those)));
        return new RequestMapper<>(templates);
    }

    private static Optional<String> verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .filter(mark -> mark.isAnnotatedWith(HttpMethod.class))
                .map(mark -> mark.getAnnotationOfType(HttpMethod.class).value())
                .findFirst();
    }

    private static String path(CanBeAnnotated marked) {
        var path = marked instanceof JavaClass type
                ? type.tryGetAnnotationOfType(Path.class)
                : ((JavaMethod) marked).tryGetAnnotationOfType(Path.class);
        return path.map(Path::value)
                .map(said -> "/"
                        + String.join(
                                "/",
                                Stream.of(said.split("/"))
                                        .filter(part -> !part.isEmpty())
                                        .toList()))
                .orElse("");
    }
}
