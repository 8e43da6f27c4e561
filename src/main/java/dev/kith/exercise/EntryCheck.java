package dev.kith.exercise;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a field takes that has members of its own: own words, sensations, helpers. */
final class EntryCheck {
    static final int LONGEST_TEXT = 4_000;
    static final int LONGEST_ALIAS = 60;

    private final LogField field;
    private final ValueCheck.Told told;

    EntryCheck(LogField field, ValueCheck.Told told) {
        this.field = field;
        this.told = told;
    }

    /** Own words, and who may read them; null when there are none, or wrong ones, which was told. */
    @Nullable
    Object text(Object value, String at) {
        var said = members(value, at, Set.of("text", "sharing"));
        if (said == null) {
            return null;
        }
        var text = words(said.get("text"), at + "/text", LONGEST_TEXT);
        var sharing = sharing(said.get("sharing"), at + "/sharing");
        return text == null || sharing == null || text.isBlank() ? null : entry("text", text, "sharing", sharing);
    }

    @Nullable
    Object sensation(Object value, String at) {
        var said = members(value, at, Set.of("place", "quality"));
        if (said == null) {
            return null;
        }
        var place = code(said.get("place"), at + "/place", LogVocabulary.PLACES);
        if (said.get("quality") == null) {
            return place == null ? null : entry("place", place);
        }
        var quality = code(said.get("quality"), at + "/quality", LogVocabulary.QUALITIES);
        return place == null || quality == null ? null : entry("place", place, "quality", quality);
    }

    /** Who; and what the client calls them, with who may read that. */
    @Nullable
    Object helper(Object value, String at) {
        var said = members(value, at, Set.of("who", "alias", "sharing"));
        if (said == null) {
            return null;
        }
        var who = code(said.get("who"), at + "/who", LogVocabulary.HELPERS);
        var alias = words(said.get("alias"), at + "/alias", LONGEST_ALIAS);
        var sharing = sharing(said.get("sharing"), at + "/sharing");
        if (who == null || alias == null || sharing == null) {
            return null;
        }
        return alias.isBlank() ? entry("who", who) : entry("who", who, "alias", alias.strip(), "sharing", sharing);
    }

    /** In the order in which they are told. */
    private static Map<String, Object> entry(String... members) {
        var entry = new LinkedHashMap<String, Object>();
        for (var i = 0; i < members.length; i += 2) {
            entry.put(members[i], members[i + 1]);
        }
        return Collections.unmodifiableMap(entry);
    }

    /** The object when it has no other members; else null, told. */
    private @Nullable Map<?, ?> members(Object value, String at, Set<String> names) {
        if (!(value instanceof Map<?, ?> said)) {
            told.add(at, "wrong-type", "must be an object", true);
            return null;
        }
        if (!names.containsAll(said.keySet())) {
            var known = String.join(", ", names.stream().sorted().toList());
            told.add(at, "unknown-field", "takes only " + known, false);
            return null;
        }
        return said;
    }

    private @Nullable String code(@Nullable Object said, String at, Set<String> known) {
        if (said == null) {
            told.add(at, "missing-required", "must be said", false);
        } else if (!(said instanceof String code)) {
            told.add(at, "wrong-type", "must be a code", true);
        } else if (!known.contains(code)) {
            told.add(at, "option-not-offered", "must be one of the codes of the format", false);
        } else {
            return code;
        }
        return null;
    }

    /** What nobody chose is as the definition says. */
    private @Nullable String sharing(@Nullable Object said, String at) {
        return said == null ? field.sharingUnlessChosen().code() : code(said, at, LogVocabulary.SHARINGS);
    }

    /** What the database can keep; empty when nothing is said. */
    private @Nullable String words(@Nullable Object said, String at, int most) {
        if (said == null) {
            return "";
        }
        if (!(said instanceof String text)) {
            told.add(at, "wrong-type", "must be text", true);
            return null;
        }
        if (text.length() > most) {
            told.add(at, "too-long", "must be at most " + most + " characters", false);
            return null;
        }
        if (text.indexOf('\0') >= 0 || hasHalfACharacter(text)) {
            told.add(at, "not-text", "holds what is no character", false);
            return null;
        }
        return text;
    }

    private static boolean hasHalfACharacter(String text) {
        return text.codePoints().anyMatch(one -> one >= Character.MIN_SURROGATE && one <= Character.MAX_SURROGATE);
    }
}
