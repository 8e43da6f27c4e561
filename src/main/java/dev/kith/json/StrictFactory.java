package dev.kith.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.IOContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/** Makes parsers that keep to a size and look at every text and number. UTF-8 only, no byte order mark. */
class StrictFactory extends JsonFactory {
    private static final long serialVersionUID = 1;

    static final int MOST_DEPTH = 32;
    static final int MOST_CHARACTERS = 64 * 1024;

    StrictFactory() {
        super(new JsonFactoryBuilder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_DEPTH)
                        .maxStringLength(MOST_CHARACTERS)
                        .maxNumberLength(CheckedParser.MOST_DIGITS)
                        .maxNameLength(200)
                        .maxDocumentLength(Bodies.MOST + 1024L)
                        .maxTokenCount(100_000)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(JsonFactory.Feature.CHARSET_DETECTION));
    }

    @Override
    protected JsonParser _createParser(InputStream in, IOContext context) throws IOException {
        return new CheckedParser(super._createParser(in, context));
    }

    @Override
    protected JsonParser _createParser(Reader reader, IOContext context) throws IOException {
        return new CheckedParser(super._createParser(reader, context));
    }

    @Override
    protected JsonParser _createParser(byte[] data, int offset, int length, IOContext context) throws IOException {
        return new CheckedParser(super._createParser(data, offset, length, context));
    }

    @Override
    protected JsonParser _createParser(char[] data, int offset, int length, IOContext context, boolean recyclable)
            throws IOException {
        return new CheckedParser(super._createParser(data, offset, length, context, recyclable));
    }

    /** The mapper's copies share it: it holds no state of theirs. */
    @Override
    public JsonFactory copy() {
        return this;
    }
}
