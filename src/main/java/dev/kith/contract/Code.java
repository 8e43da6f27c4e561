package dev.kith.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** The code behind the document: which method is this operation, which record is this schema. */
final class Code {
    private static final DotName SCHEMA = name("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final IndexView index;
    private final Map<String, MethodInfo> methods = new HashMap<>();
    private final Map<String, ClassInfo> types = new HashMap<>();

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
                types.merge(schemaName(type), type, Code::described);
            }
        }
    }

    /** Of two that are named alike, the one that is described for callers: in what order they are found must not matter. */
    private static ClassInfo described(ClassInfo one, ClassInfo other) {
        return one.hasDeclaredAnnotation(SCHEMA) ? one : other;
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

    @Nullable
    ClassInfo type(String schemaName) {
        return types.get(schemaName);
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

    /** The mark on the method, else on its class. */
    static @Nullable AnnotationInstance mark(MethodInfo method, DotName annotation) {
        var own = method.annotation(annotation);
        return own != null ? own : method.declaringClass().declaredAnnotation(annotation);
    }
}
