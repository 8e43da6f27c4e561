package dev.kith.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.definition.DefinitionFormat;
import dev.kith.definition.DefinitionTexts;
import dev.kith.definition.VersionDiff;
import dev.kith.definition.VersionDiff.Changes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What changed from one version of a program to another. */
@Schema(description = "What changed from one version of a program to another.")
record ProgramDiff(
        @Schema(description = "Whether words changed.") boolean textChanged,

        @Schema(description = "Fields of the program itself that differ.")
        List<String> head,

        @Schema(description = "By code.") Changes steps,

        @Schema(description = "Gates of the whole program, by kind and place.")
        Changes gates) {
    private static final Set<String> LISTS = Set.of("version", "steps", "gates");

    /** From a to b. */
    static ProgramDiff of(ProgramDefinition a, ProgramDefinition b) {
        var from = DefinitionFormat.tree(a);
        var to = DefinitionFormat.tree(b);
        return new ProgramDiff(
                !DefinitionTexts.words(from, ProgramCheck.TEXTS).equals(DefinitionTexts.words(to, ProgramCheck.TEXTS)),
                VersionDiff.differing(from, to).stream()
                        .filter(field -> !LISTS.contains(field))
                        .toList(),
                VersionDiff.changes(
                        VersionDiff.named(from.path("steps"), "code"), VersionDiff.named(to.path("steps"), "code")),
                VersionDiff.changes(placed(from.path("gates")), placed(to.path("gates"))));
    }

    private static Map<String, JsonNode> placed(JsonNode gates) {
        var named = new LinkedHashMap<String, JsonNode>();
        gates.forEach(gate -> named.put(gate.path("kind").asText() + "-" + (named.size() + 1), gate));
        return named;
    }
}
