package dev.kith.content;

import dev.kith.definition.DefinitionFormat;
import dev.kith.etag.Etags;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** How versions of any kind leave over HTTP. */
public final class VersionReplies {
    private static final MediaType YAML = MediaType.valueOf(YamlDefinitions.TYPE);

    private VersionReplies() {}

    /** 201, at its place among the versions of its kind. */
    public static RestResponse<VersionView> created(VersionView view, String kindPath) {
        return Etags.created(view, view.tag(), kindPath + "/" + view.key() + "/versions/" + view.version());
    }

    public static RestResponse<VersionView> tagged(VersionView view) {
        return Etags.ok(view, view.tag());
    }

    /** A definition in the spelling that the request asks for. */
    public static <W extends Written> RestResponse<W> spelled(W written, String tag, Request request) {
        return spelled(written, () -> DefinitionFormat.yaml(written.json()), tag, request);
    }

    /** The same for what has a YAML of its own. It leaves as the text that it is; to the contract both are definitions. */
    @SuppressWarnings("unchecked")
    public static <W extends Written> RestResponse<W> spelled(
            W written, Supplier<String> inYaml, String tag, Request request) {
        var wanted = request.selectVariant(List.of(
                new Variant(MediaType.APPLICATION_JSON_TYPE, (Locale) null, null),
                new Variant(YAML, (Locale) null, null)));
        var yaml = wanted != null && wanted.getMediaType().isCompatible(YAML);
        Object body = yaml ? inYaml.get() : written;
        return (RestResponse<W>) (RestResponse<?>) RestResponse.ResponseBuilder.ok(body)
                .type(yaml ? YAML : MediaType.APPLICATION_JSON_TYPE)
                .header("ETag", DefinitionTag.of(tag, yaml))
                .header("Vary", "Accept")
                .build();
    }
}
