package dev.kith.authoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.kith.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Definitions in YAML. What was read is read once more as our JSON, so that it keeps every rule that JSON bodies keep. */
@Provider
@Consumes(YamlDefinitions.TYPE)
public class YamlDefinitions implements MessageBodyReader<WrittenDefinition> {
    static final String TYPE = "application/yaml";

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    @Inject
    ObjectMapper strict;

    /** The other way: as people read it. */
    static String write(WrittenDefinition definition) {
        try {
            return YAML.writeValueAsString(definition.json());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] marks, MediaType media) {
        return type == WrittenDefinition.class;
    }

    @Override
    public @Nullable WrittenDefinition readFrom(
            Class<WrittenDefinition> type,
            Type generic,
            Annotation[] marks,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        var tree = tree(text);
        return tree.isMissingNode()
                ? null
                : strict.readValue(strict.writeValueAsString(tree), WrittenDefinition.class);
    }

    /** An alias is read as its name, so that nothing multiplies. The parser's own words quote what was written. */
    private static JsonNode tree(String text) throws IOException {
        try {
            return YAML.readTree(text);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            var where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw ProblemException.malformed("", "not-yaml", "cannot be read" + where);
        }
    }
}
