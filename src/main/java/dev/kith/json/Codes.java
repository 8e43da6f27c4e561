package dev.kith.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kith.problem.ProblemException;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value in an address is spelled as it is in a body, and refused as clearly: 404 in the path, 400 elsewhere. */
@Provider
class Codes implements ParamConverterProvider {
    private static final Map<Class<?>, Function<String, ?>> READERS = Map.of(
            int.class, Integer::valueOf,
            Integer.class, Integer::valueOf,
            long.class, Long::valueOf,
            Long.class, Long::valueOf,
            boolean.class, Codes::bool,
            Boolean.class, Codes::bool,
            UUID.class, Texts::uuid,
            LocalDate.class, Texts::date,
            Instant.class, Codes::instant,
            DayOrInstant.class, DayOrInstant::read);

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> raw, Type type, Annotation[] annotations) {
        var read =
                raw.isEnum() ? (Function<String, T>) text -> code(raw, text) : (Function<String, T>) READERS.get(raw);
        return read == null ? null : new Strict<>(read, annotations);
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static <T> T code(Class<T> type, String text) {
        for (var constant : type.getEnumConstants()) {
            if (spelled(constant).equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("not a code");
    }

    static String spelled(Object constant) {
        var name = ((Enum<?>) constant).name();
        try {
            var property =
                    ((Enum<?>) constant).getDeclaringClass().getField(name).getAnnotation(JsonProperty.class);
            return property == null ? name : property.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Strict<T>(Function<String, T> read, Annotation[] annotations) implements ParamConverter<T> {

        @Override
        public @Nullable T fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return read.apply(text);
            } catch (RuntimeException e) {
                throw refused();
            }
        }

        @Override
        public String toString(T value) {
            return value instanceof Enum<?> ? spelled(value) : String.valueOf(value);
        }

        private ProblemException refused() {
            for (var annotation : annotations) {
                if (annotation instanceof PathParam) {
                    return ProblemException.notFound();
                } else if (annotation instanceof QueryParam query) {
                    return wrong(query.value());
                } else if (annotation instanceof HeaderParam header) {
                    return wrong(header.value());
                }
            }
            return wrong("");
        }

        private static ProblemException wrong(String name) {
            return ProblemException.malformed("#" + name, "wrong-type", "is not of the type we take");
        }
    }

    /** A date stands for its start in UTC. */
    private static Instant instant(String text) {
        return text.length() == "2026-12-01".length()
                ? Texts.date(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : Texts.instant(text);
    }
}
