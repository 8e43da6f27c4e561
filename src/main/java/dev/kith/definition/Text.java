package dev.kith.definition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Words for a person, by language (BCP 47). A definition names the languages that all its texts have; wordings add more to some. */
public record Text(@JsonValue Map<String, String> byLanguage) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Text {
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("a text without words");
        }
    }

    /** The words in this language, or in the original when there are none. */
    public String in(String language) {
        var words = byLanguage.get(language);
        return words == null ? byLanguage.values().iterator().next() : words;
    }
}
