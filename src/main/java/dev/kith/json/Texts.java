package dev.kith.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Times and ids are text: the libraries would take arrays, numbers and base64 too. */
final class Texts {
    /** Longer than any dose or window; short enough that adding it to any instant stays within the calendar. */
    private static final Duration LONGEST = Duration.ofDays(36_600);

    private Texts() {}

    static Module module() {
        var module = new SimpleModule("kith-texts");
        add(module, Instant.class, Texts::instant);
        add(module, LocalDate.class, Texts::date);
        add(module, LocalDateTime.class, Texts::dateTime);
        add(module, Duration.class, Texts::duration);
        add(module, UUID.class, Texts::uuid);
        module.addSerializer(Instant.class, new Micros());
        return module;
    }

    private static <T> void add(SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addDeserializer(type, new Text<>(type, parse));
    }

    static Instant instant(String text) {
        fourDigitYear(text);
        return Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
    }

    static LocalDate date(String text) {
        fourDigitYear(text);
        return LocalDate.parse(text);
    }

    private static LocalDateTime dateTime(String text) {
        fourDigitYear(text);
        return LocalDateTime.parse(text).truncatedTo(ChronoUnit.MICROS);
    }

    private static Duration duration(String text) {
        var duration = Duration.parse(text);
        if (duration.compareTo(LONGEST) > 0 || duration.compareTo(LONGEST.negated()) < 0) {
            throw new DateTimeException("too long");
        }
        return duration;
    }

    /** Java also reads 1-2-3-4-5 as a UUID. */
    static UUID uuid(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("not a UUID");
        }
        return UUID.fromString(text);
    }

    /** Year 1 to 9999: further ones have a sign, which PostgreSQL and most readers do not know. */
    private static void fourDigitYear(String text) {
        if (text.isEmpty() || !Character.isDigit(text.charAt(0)) || text.startsWith("0000")) {
            throw new DateTimeException("year out of range");
        }
    }

    private static final class Text<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1;
        private final transient Function<String, T> parse;

        Text(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            try {
                return parse.apply(parser.getText());
            } catch (DateTimeException | IllegalArgumentException e) {
                return (T) context.handleWeirdStringValue(handledType(), parser.getText(), "not one");
            }
        }
    }

    /** At most six digits of a second: what the database keeps, so that a value read twice is written twice alike. */
    private static final class Micros extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1;

        Micros() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.truncatedTo(ChronoUnit.MICROS).toString());
        }
    }
}
