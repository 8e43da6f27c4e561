package dev.kith.contract;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** What a success looks like: the status really sent, its body, its headers. */
record Successes(MethodInfo method, Code code) {
    private static final DotName STATUS = Code.name("org.jboss.resteasy.reactive.ResponseStatus");
    private static final DotName PUTS = Code.name("dev.kith.contract.Puts");
    private static final DotName GIVES = Code.name("dev.kith.contract.Gives");
    /** What SmallRye makes of the library's class. */
    static final List<String> NOT_OURS = List.of("OutboundSseEvent", "MediaType");

    private static final DotName STREAMS = Code.name(Streams.class.getName());
    private static final DotName GET = Code.name("jakarta.ws.rs.GET");
    private static final List<String> ASSUMED = List.of("200", "201", "202", "204");
    private static final Map<String, String> WORDS = Map.of(
            "200", "Done; the answer is in the body.",
            "201", "Made and stored; a retry is harmless where the operation takes an Idempotency-Key or a PUT.",
            "202", "Taken; it is worked on.",
            "204", "Done; there is nothing to read.");

    void describe(Operation operation) {
        var said = operation.getResponses();
        rename(operation);
        if (method.hasAnnotation(PUTS)) {
            said.addAPIResponse("201", OASFactory.createAPIResponse());
        }
        for (var status : ASSUMED) {
            var response = said.getAPIResponse(status);
            if (response == null || response.getRef() != null) {
                continue;
            }
            fill(status, response);
            if (Code.streams(method) && response.getContent() != null) {
                response.getContent()
                        .getMediaTypes()
                        .values()
                        .forEach(media ->
                                media.setSchema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
            }
            response.setDescription(WORDS.get(status));
            response.addHeader("RateLimit", OASFactory.createHeader().ref("RateLimit"));
            var gives = method.annotation(GIVES);
            if (gives != null) {
                for (var header : gives.value().asStringArray()) {
                    response.addHeader(header, OASFactory.createHeader().ref(header.replace("-", "")));
                }
            }
        }
        var streams = method.annotation(STREAMS);
        if (streams != null) {
            said.getAPIResponse("200")
                    .setContent(events(streams.value().asClass().name()));
        } else if (method.hasAnnotation(GET) && !Code.streams(method)) {
            // read is told its version: by its own, or by its content (dev.kith.etag)
            said.getAPIResponse("200")
                    .addHeader("ETag", OASFactory.createHeader().ref("ETag"));
            said.addAPIResponse("304", OASFactory.createAPIResponse().ref("NotModified"));
        }
    }

    /** SmallRye describes the library's own class for an event instead of what is in it. */
    private Content events(DotName data) {
        var type = Objects.requireNonNull(code.type(data));
        return OASFactory.createContent()
                .addMediaType(
                        "text/event-stream",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(Code.schemaName(type))));
    }

    /** SmallRye does not read @ResponseStatus, the annotation that decides what is really sent. */
    private void rename(Operation operation) {
        var said = operation.getResponses();
        var status = method.annotation(STATUS);
        if (status == null || said.hasAPIResponse(status.value().asString())) {
            return;
        }
        var success = OASFactory.createAPIResponse();
        for (var assumed : ASSUMED) {
            if (said.hasAPIResponse(assumed)) {
                success = said.getAPIResponse(assumed);
                said.removeAPIResponse(assumed);
            }
        }
        said.addAPIResponse(status.value().asString(), success);
    }

    /** SmallRye leaves an annotated status without a body: take it from what the method returns. */
    private void fill(String status, APIResponse response) {
        if (response.getContent() != null || status.equals("204")) {
            return;
        }
        var returned = method.returnType();
        if (returned.kind() == Type.Kind.PARAMETERIZED_TYPE) {
            returned = returned.asParameterizedType().arguments().get(0);
        }
        var type = returned.kind() == Type.Kind.CLASS ? code.type(returned.name()) : null;
        if (type != null) {
            response.setContent(OASFactory.createContent()
                    .addMediaType(
                            "application/json",
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().ref(Code.schemaName(type)))));
        }
    }
}
