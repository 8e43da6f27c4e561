package dev.kith.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/**
 * Refuses what later layers would choke on, wherever it is bound: NUL (PostgreSQL), half a surrogate pair (UTF-8), and
 * numbers whose plain form would fill the memory (1e999999999).
 */
class CheckedParser extends JsonParserDelegate {
    /** Characters of a number, sign and exponent included. */
    static final int MOST_DIGITS = 40;

    private static final int MOST_EXPONENT = 100;

    CheckedParser(JsonParser parser) {
        super(parser);
    }

    @Override
    public JsonToken nextToken() throws IOException {
        var token = super.nextToken();
        if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
            text(delegate.getText());
        } else if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
            number(delegate.getText());
        }
        return token;
    }

    /** The delegate would skip without looking. */
    @Override
    public JsonParser skipChildren() throws IOException {
        var token = currentToken();
        if (token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY) {
            return this;
        }
        for (int open = 1; open > 0; ) {
            var next = nextToken();
            if (next == null) {
                break;
            } else if (next.isStructStart()) {
                open++;
            } else if (next.isStructEnd()) {
                open--;
            }
        }
        return this;
    }

    private void text(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new JsonParseException(this, "NUL");
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new JsonParseException(this, "half a surrogate pair");
            }
        }
    }

    private void number(String number) throws IOException {
        if (number.length() > MOST_DIGITS) {
            throw new JsonParseException(this, "number too long");
        }
        var mark = Math.max(number.indexOf('e'), number.indexOf('E'));
        if (mark < 0) {
            return;
        }
        var exponent = number.substring(mark + 1).replaceFirst("^[+-]?0*", "");
        if (exponent.length() > 3 || (!exponent.isEmpty() && Integer.parseInt(exponent) > MOST_EXPONENT)) {
            throw new JsonParseException(this, "exponent too large");
        }
    }
}
