package dev.kith.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.definition.Definitions;
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
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Definitions of any kind in YAML. What was read is read once more as our JSON, so that it keeps every rule that JSON bodies keep. */
@Provider
@Consumes(YamlDefinitions.TYPE)
public class YamlDefinitions implements MessageBodyReader<Written> {
    public static final String TYPE = "application/yaml";

    @Inject
    ObjectMapper strict;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] marks, MediaType media) {
        return Written.class.isAssignableFrom(type);
    }

    @Override
    public @Nullable Written readFrom(
            Class<Written> type,
            Type generic,
            Annotation[] marks,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var text = utf8(body.readAllBytes());
        var tree = tree(text);
        return tree.isMissingNode() ? null : strict.readValue(strict.writeValueAsString(tree), type);
    }

    /** What is in another encoding is refused, not guessed at. */
    private static String utf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException other) {
            throw ProblemException.malformed("", "not-utf-8", "must be written in UTF-8");
        }
    }

    /** The parser's own words quote what was written. */
    private static JsonNode tree(String text) {
        try {
            return Definitions.parseYaml(text);
        } catch (IllegalArgumentException e) {
            var at = e.getCause() instanceof JsonProcessingException parser ? parser.getLocation() : null;
            var where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw ProblemException.malformed("", "not-yaml", "cannot be read" + where);
        }
    }
}
