package dev.kith.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.kith.exercise.ExerciseDefinition;
import dev.kith.exercise.LogCheck;
import dev.kith.exercise.LogValues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values of a log as they are stored, in one spelling. */
@ApplicationScoped
class ValuesJson {
    private final ObjectReader reader;
    private final ObjectReader instants;
    private final ObjectReader choices;
    private final ObjectWriter writer;

    @Inject
    ValuesJson(ObjectMapper json) {
        reader = json.readerFor(new TypeReference<Map<String, @Nullable Object>>() {})
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        instants = json.readerFor(new TypeReference<TreeMap<String, Instant>>() {});
        choices = json.readerFor(new TypeReference<TreeMap<String, Choices.AtPlace>>() {});
        writer = json.writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /** The three parts, as JSON. */
    record Spelled(String before, String during, String after) {}

    Spelled spell(LogValues values) {
        return new Spelled(text(values.before()), text(values.during()), text(values.after()));
    }

    /** Stored values as the check leaves them: the database keeps JSON, not its spelling. */
    LogValues read(ExerciseDefinition definition, String before, String during, String after) {
        return LogCheck.ofDraft(definition, LogValues.sent(map(before), map(during), map(after)))
                .values();
    }

    LogValues read(ExerciseDefinition definition, Log log) {
        return read(definition, log.before, log.during, log.after);
    }

    /** By place, since when a choice stands. */
    Map<String, Instant> said(Log log) {
        try {
            return instants.readValue(log.sharingSaid);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was said of sharing is not JSON");
        }
    }

    /** All that was said of who may read its words. */
    Choices choices(Log log) {
        try {
            return new Choices(choices.<TreeMap<String, Choices.AtPlace>>readValue(log.sharingHeard));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was heard of sharing is not JSON");
        }
    }

    /** With what was said before of who may read its words, which are not there yet. */
    void begin(Log log, Choices all) {
        log.sharingHeard = text(all.places());
    }

    /** Keeps them with the log, and since when each stands that has words now. */
    void keep(Log log, Choices all, LogValues now) {
        log.sharingHeard = text(all.places());
        log.sharingSaid = text(all.since(Words.sharing(now).keySet()));
    }

    String text(Map<String, ?> values) {
        try {
            return writer.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Checked values cannot be written");
        }
    }

    /** The cause is left out on purpose: it quotes what it read. */
    private Map<String, @Nullable Object> map(String json) {
        try {
            return reader.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored values are not JSON");
        }
    }
}
