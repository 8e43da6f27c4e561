package dev.kith.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.log.PutLog;
import dev.kith.log.ShareWords;
import dev.kith.problem.PartProblems;
import dev.kith.response.PutResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads items one by one, each by the rules of the call that it stands for. */
@ApplicationScoped
class Items {
    private static final List<String> HEAD = List.of("id", "kind");
    private static final List<String> ABOUT = List.of("log", "saidAt");

    @Inject
    ObjectMapper json;

    @Inject
    PartProblems problems;

    /** What every item says. */
    record Head(@NotNull UUID id, @NotNull SyncKind kind) {}

    /** Whose words, and when it was said by the app's clock. */
    record About(@NotNull UUID log, @NotNull Instant saidAt) {}

    Item read(int index, Map<String, @Nullable Object> raw, SyncBatch batch) throws JsonProcessingException {
        ObjectNode rest = json.valueToTree(raw);
        var head = problems.requireValid(json.treeToValue(rest.deepCopy().retain(HEAD), Head.class));
        rest.remove(HEAD);
        return switch (head.kind()) {
            case SKIP -> new Item.Skip(index, head.id(), valid(rest, Item.Skipped.class));
            case RESPONSE -> new Item.Answered(index, head.id(), valid(sent(rest, batch), PutResponse.class));
            case LOG -> new Item.Logged(index, head.id(), valid(zoned(rest, batch), PutLog.class));
            case SHARING -> {
                var about = valid(rest.deepCopy().retain(ABOUT), About.class);
                rest.remove(ABOUT);
                yield new Item.Shared(index, head.id(), about.log(), about.saidAt(), valid(rest, ShareWords.class));
            }
        };
    }

    /** The client's own words, in the zone of the batch unless they say another. */
    private static ObjectNode sent(ObjectNode rest, SyncBatch batch) {
        if (!rest.has("author")) {
            rest.put("author", "client");
        }
        return zoned(rest, batch);
    }

    private static ObjectNode zoned(ObjectNode rest, SyncBatch batch) {
        if (!rest.has("timeZone")) {
            rest.put("timeZone", batch.timeZone());
        }
        return rest;
    }

    private <T> T valid(ObjectNode node, Class<T> type) throws JsonProcessingException {
        return problems.requireValid(json.treeToValue(node, type));
    }

    /** The id of an item that may be of any shape; null when it has none that can be read. */
    static @Nullable UUID idOf(Map<String, @Nullable Object> raw) {
        try {
            return raw.get("id") instanceof String text ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
