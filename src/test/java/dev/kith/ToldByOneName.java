package dev.kith;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.HttpMethod;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * In the contract a record or enum goes by its simple name, or by the one its schema gives it. Two of one name become one shape without a
 * word, so that the contract tells lies about one of them; or the second one is numbered, and nothing knows any more which of its fields are always there.
 */
final class ToldByOneName extends ArchCondition<JavaClass> {
    private final Map<String, Set<String>> told = new TreeMap<>();

    ToldByOneName() {
        super("have a name of their own in the contract");
    }

    @Override
    public void init(Collection<JavaClass> house) {
        told.clear();
        var reached = new TreeSet<String>();
        house.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(ToldByOneName::isEndpoint)
                .flatMap(
                        method -> Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream()))
                .forEach(type -> reach(type, reached));
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var namesakes = told.getOrDefault(name(type), Set.of());
        if (namesakes.size() > 1 && namesakes.contains(type.getName())) {
            events.add(SimpleConditionEvent.violated(
                    type,
                    "the contract takes these for one shape, " + name(type) + ": " + String.join(", ", namesakes)));
        }
    }

    private void reach(JavaType type, Set<String> reached) {
        type.getAllInvolvedRawTypes().forEach(raw -> reach(raw.getBaseComponentType(), reached));
    }

    private void reach(JavaClass type, Set<String> reached) {
        if (!type.getPackageName().startsWith("dev.kith") || !reached.add(type.getName())) {
            return;
        }
        if (type.isRecord() || type.isEnum() || type.isInterface()) {
            told.computeIfAbsent(name(type), name -> new TreeSet<>()).add(type.getName());
        }
        if (!type.isEnum()) {
            fields(type).map(JavaField::getType).forEach(part -> reach(part, reached));
        }
        if (type.isInterface()) {
            type.getAllSubclasses().forEach(branch -> reach(branch, reached));
        }
    }

    /** What a record is made of, or a bean of parameters. */
    private static Stream<JavaField> fields(JavaClass type) {
        return type.getFields().stream().filter(field -> !field.getModifiers().contains(JavaModifier.STATIC));
    }

    private static String name(JavaClass type) {
        return type.tryGetAnnotationOfType(Schema.class)
                .map(Schema::name)
                .filter(name -> !name.isEmpty())
                .orElse(type.getSimpleName());
    }

    private static boolean isEndpoint(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(mark -> mark.getRawType().isAnnotatedWith(HttpMethod.class));
    }
}
