package dev.kith.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import jakarta.inject.Singleton;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.UnwrapByDefault;
import jakarta.validation.valueextraction.ValueExtractor;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A field of a merge patch (RFC 7396) that was given: a component {@code @Nullable Given<String> email} is null when the field
 * was left out (keep it), and holds null when null was sent (remove it). Constraints stand on the inner type.
 */
@JsonDeserialize(using = Given.Reader.class)
public record Given<T>(@Nullable T value) {

    /** What a field that always has a value becomes. The constraints of the request have refused null. */
    public static <T> T orKeep(@Nullable Given<T> given, T now) {
        return given == null || given.value == null ? now : given.value;
    }

    /** What a field that may be without a value becomes. */
    public static <T> @Nullable T orKeepAny(@Nullable Given<T> given, @Nullable T now) {
        return given == null ? now : given.value;
    }

    /** Reads the inner type; tells null from absence. */
    static class Reader extends JsonDeserializer<Given<?>> implements ContextualDeserializer {
        private final @Nullable JavaType inner;

        Reader() {
            this(null);
        }

        private Reader(@Nullable JavaType inner) {
            this.inner = inner;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            return new Reader(context.getContextualType().containedTypeOrUnknown(0));
        }

        @Override
        public Given<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return new Given<>(context.readValue(parser, inner));
        }

        @Override
        public Given<?> getNullValue(DeserializationContext context) {
            return new Given<>(null);
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }

    /** Lets constraints on the inner type look through; faults point at the field itself. */
    @Singleton
    @UnwrapByDefault
    static class Look implements ValueExtractor<Given<@ExtractedValue ?>> {
        @Override
        public void extractValues(Given<?> given, ValueReceiver receiver) {
            receiver.value(null, given.value());
        }
    }
}
