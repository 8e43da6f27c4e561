package dev.kith.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jspecify.annotations.Nullable;

/** Shows each body as an example: every request must have one, a response may. */
record Examples(Map<String, Schema> schemas, Code code, Gaps gaps) {
    private static final DotName EXAMPLE = Code.name("dev.kith.contract.Example");
    private static final ObjectMapper JSON = new ObjectMapper();

    void show(OpenAPI api) {
        Calls.each(api, call -> {
            var body = call.operation().getRequestBody();
            if (body != null) {
                request(call, body.getContent());
            }
            call.operation()
                    .getResponses()
                    .getAPIResponses()
                    .values()
                    .forEach(response -> response(response.getContent()));
        });
    }

    /** From the method's @Example, the record's, or put together from the fields'. */
    private void request(Calls.Call call, @Nullable Content content) {
        if (content == null || content.getMediaTypes() == null) {
            gaps.need(false, "the body of " + call.path() + " has no content");
            return;
        }
        content.getMediaTypes().forEach((type, media) -> {
            if (type.startsWith("image/")) {
                return; // bytes, of which no text is an example
            }
            var own = code.method(call).annotation(EXAMPLE);
            var example = own != null ? read(own) : ofRecord(media);
            if (example == null && media.getSchema() != null) {
                example = new Samples(schemas).of(media.getSchema());
            }
            show(media, example);
            gaps.need(
                    media.getExample() != null || media.getExamples() != null,
                    "the " + type + " body of " + call.verb() + " " + call.path()
                            + " has no example: put @Example on its record");
        });
    }

    private void response(@Nullable Content content) {
        if (content != null && content.getMediaTypes() != null) {
            content.getMediaTypes().values().forEach(media -> show(media, ofRecord(media)));
        }
    }

    private static void show(MediaType media, @Nullable Object example) {
        if (example != null && media.getExample() == null && media.getExamples() == null) {
            media.setExample(example);
        }
    }

    private @Nullable Object ofRecord(MediaType media) {
        var ref = media.getSchema() == null ? null : media.getSchema().getRef();
        var name = ref == null ? "" : Shapes.nameOf(ref);
        var type = code.type(name, schemas.get(name));
        var mark = type == null ? null : type.declaredAnnotation(EXAMPLE);
        return mark == null ? null : read(mark);
    }

    private static Object read(AnnotationInstance mark) {
        try {
            return JSON.readValue(mark.value().asString(), Object.class); // maps that keep their order
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The @Example on " + mark.target() + " is not JSON", e);
        }
    }
}
