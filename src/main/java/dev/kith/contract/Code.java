package dev.kith.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/** The code behind the document: which method is this operation, which record is this schema. */
final class Code {
    private static final DotName PROPERTY = name("com.fasterxml.jackson.annotation.JsonProperty");
    private static final DotName SCHEMA = name("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final DotName STREAM = name("jakarta.ws.rs.core.StreamingOutput");
    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final IndexView index;
    private final Map<String, MethodInfo> methods = new HashMap<>();
    private final Map<String, List<ClassInfo>> types = new HashMap<>();

    Code(IndexView index) {
        this.index = index;
        for (var verb : VERBS) {
            for (var mark : index.getAnnotations(name("jakarta.ws.rs." + verb))) {
                if (mark.target().kind() == AnnotationTarget.Kind.METHOD) {
                    var method = mark.target().asMethod();
                    methods.put(method.name(), method);
                }
            }
        }
        for (var type : index.getKnownClasses()) {
            if (type.name().toString().startsWith("dev.kith.") && type.simpleName() != null) {
                types.computeIfAbsent(schemaName(type), name -> new ArrayList<>())
                        .add(type);
            }
        }
    }

    static DotName name(String className) {
        return DotName.createSimple(className);
    }

    /** Operation ids are method names, each only once in the whole API. */
    MethodInfo method(Calls.Call call) {
        var method = methods.get(call.operation().getOperationId());
        if (method == null) {
            throw new IllegalStateException("No resource method is named as the operation of " + call.path());
        }
        return method;
    }

    /**
     * The type behind a schema. Rooms name things as they like, so that several may have this simple name: it is the record with the most
     * components that are told. Two that are both told are refused by a house rule.
     */
    @Nullable
    ClassInfo type(String schemaName, @Nullable Schema schema) {
        var told = schema == null || schema.getProperties() == null
                ? Set.<String>of()
                : schema.getProperties().keySet();
        return types.getOrDefault(schemaName, List.of()).stream()
                .max(Comparator.comparingLong(type -> type.recordComponents().stream()
                        .filter(part -> told.contains(onTheWire(type, part.name())))
                        .count()))
                .orElse(null);
    }

    /** What a component of a record is called in JSON. */
    static String onTheWire(ClassInfo type, String component) {
        var renamed = type.field(component).annotation(PROPERTY);
        return renamed == null || renamed.value() == null
                ? component
                : renamed.value().asString();
    }

    @Nullable
    ClassInfo type(DotName className) {
        return index.getClassByName(className);
    }

    static String schemaName(ClassInfo type) {
        var schema = type.declaredAnnotation(SCHEMA);
        return schema != null && schema.value("name") != null
                ? schema.value("name").asString()
                : type.simpleName();
    }

    /** Whether what it replies is sent while it is made, so that nobody can tell beforehand whether it changed. */
    static boolean streams(MethodInfo method) {
        var returned = method.returnType();
        return returned.kind() == Type.Kind.PARAMETERIZED_TYPE
                && returned.asParameterizedType().arguments().get(0).name().equals(STREAM);
    }

    /** The mark on the method, else on its class. */
    static @Nullable AnnotationInstance mark(MethodInfo method, DotName annotation) {
        var own = method.annotation(annotation);
        return own != null ? own : method.declaringClass().declaredAnnotation(annotation);
    }
}
