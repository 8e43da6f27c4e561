package dev.kith.formulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.kith.definition.CanonicalJson;
import dev.kith.definition.DefinitionFormat;
import dev.kith.definition.Definitions;
import dev.kith.definition.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version of the checklist of origins and patterns, as it is written in a file. It has no weights and no figures, so that nothing can be
 * added up.
 *
 * @param languages BCP 47; each of its texts is there in all of them, the first comes when nothing fits
 * @param label what it is not
 * @param invitation what a client is told before they choose, and who will see it
 */
record Checklist(
        String code,
        int version,
        List<String> languages,
        Text title,
        Text label,
        Text invitation,
        List<TagDefinition> tags) {
    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)*");
    /** The texts that the library was made from. */
    private static final Set<String> ARTICLES = Set.of("S0", "S1", "S2", "S3", "S4");

    Checklist {
        languages = List.copyOf(Objects.requireNonNullElse(languages, List.of()));
        tags = List.copyOf(Objects.requireNonNullElse(tags, List.of()));
    }

    /**
     * One origin or pattern.
     *
     * @param meaning for the care team
     * @param own the client's own wording; null where no client chooses it
     * @param prompt what a clinician may talk about; null where the tag speaks for itself
     * @param first whether its prompt asks who is safe now, and comes before all others; null: no
     * @param articles which texts speak of it
     */
    record TagDefinition(
            String code,
            FormulationTagKind kind,
            Text title,
            Text meaning,
            @Nullable Text own,
            @Nullable Text prompt,
            @Nullable Boolean first,
            List<String> articles) {

        TagDefinition {
            articles = List.copyOf(Objects.requireNonNullElse(articles, List.of()));
        }

        boolean isForClients() {
            return kind == FormulationTagKind.ORIGIN;
        }
    }

    /**
     * Reads YAML.
     *
     * @throws IllegalArgumentException when it is no checklist; the message says where
     */
    static Checklist readYaml(String text) {
        Checklist read;
        try {
            read = DefinitionFormat.read(CanonicalJson.of(Definitions.parseYaml(text)), Checklist.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no checklist: " + e.getMessage(), e);
        }
        var faults = read.faults();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("no checklist: " + String.join("; ", faults));
        }
        return read;
    }

    Optional<TagDefinition> find(String tag) {
        return tags.stream().filter(one -> one.code().equals(tag)).findFirst();
    }

    /** What is wrong with it, each with its place. */
    private List<String> faults() {
        var faults = new ArrayList<String>();
        if (code == null || version < 1 || languages.isEmpty() || tags.isEmpty()) {
            faults.add("code, version, languages and tags are needed");
        }
        said(faults, "title", title);
        said(faults, "label", label);
        said(faults, "invitation", invitation);
        var seen = new HashSet<String>();
        for (var tag : tags) {
            var name = tag.code();
            if (name == null || !CODE.matcher(name).matches() || !seen.add(name)) {
                faults.add(name + ": a code in lower-kebab, once");
            }
            said(faults, name + ".title", tag.title());
            said(faults, name + ".meaning", tag.meaning());
            if (tag.prompt() != null) {
                said(faults, name + ".prompt", tag.prompt());
            } else if (tag.first() != null) {
                faults.add(name + ".first: where there is a prompt");
            }
            if (tag.kind() == null || tag.isForClients() != (tag.own() != null)) {
                faults.add(name + ": an origin has a client's wording, a pattern has none");
            } else if (tag.own() != null) {
                said(faults, name + ".own", tag.own());
            }
            if (tag.articles().isEmpty() || !ARTICLES.containsAll(tag.articles())) {
                faults.add(name + ".articles: some of "
                        + ARTICLES.stream().sorted().toList());
            }
        }
        return faults;
    }

    private void said(List<String> faults, String place, @Nullable Text text) {
        for (var language : languages) {
            var words = text == null ? null : text.byLanguage().get(language);
            if (words == null || words.isBlank()) {
                faults.add(place + ": no words in " + language);
            }
        }
    }
}
