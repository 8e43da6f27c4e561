package dev.kith.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.DotName;
import org.jspecify.annotations.Nullable;

/** Shows each body as an example: every request must have one, a response may. */
record Examples(Map<String, Schema> schemas, Code code, Gaps gaps) {
    private static final DotName EXAMPLE = Code.name("dev.kith.contract.Example");
    private static final ObjectMapper JSON = new ObjectMapper();

    void show(OpenAPI api) {
        Calls.each(api, call -> {
            var operation = call.operation();
            if (operation.getRequestBody() != null) {
                show(operation.getRequestBody().getContent());
                need(operation.getRequestBody().getContent(), call.path());
            }
            operation.getResponses().getAPIResponses().values().forEach(response -> show(response.getContent()));
        });
    }

    private void show(@Nullable Content content) {
        if (content == null || content.getMediaTypes() == null) {
            return;
        }
        content.getMediaTypes().values().forEach(media -> {
            var ref = media.getSchema() == null ? null : media.getSchema().getRef();
            if (ref != null && media.getExample() == null && media.getExamples() == null) {
                var example = example(Shapes.nameOf(ref));
                if (example != null) {
                    media.setExample(example);
                }
            }
        });
    }

    private void need(@Nullable Content content, String path) {
        if (content == null || content.getMediaTypes() == null) {
            gaps.need(false, "the body of " + path + " has no content");
            return;
        }
        content.getMediaTypes()
                .forEach((type, media) -> gaps.need(
                        media.getExample() != null || media.getExamples() != null,
                        "the " + type + " body of " + path + " has no example: put @Example on its record"));
    }

    private @Nullable Object example(String schema) {
        var type = code.type(schema);
        var mark = type == null ? null : type.declaredAnnotation(EXAMPLE);
        if (mark == null) {
            return null;
        }
        try {
            return JSON.readValue(mark.value().asString(), Object.class); // maps that keep their order
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The example of " + schema + " is not JSON", e);
        }
    }
}
