package dev.kith.formulation;

import dev.kith.database.Columns;
import dev.kith.formulation.Checklist.TagDefinition;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands in a client's formulation, for other rooms: codes and shipped words, and nobody's own. Native, to ask for both sides in one query. */
@ApplicationScoped
public class FormulationDirectory {
    private static final String STANDING = """
        select f.checklist, array(select chosen ->> 'tag' from jsonb_array_elements(f.content -> 'tags') with ordinality as e (chosen, place)
                                  order by place),
               o.checklist, array(select chosen from jsonb_array_elements_text(o.content -> 'tags') with ordinality as e (chosen, place)
                                  order by place),
               o.revision, o.written_at
        from (select ?::uuid as client) asked
        left join lateral (
          select checklist, content from formulation_revision
          where practice_id = kith_practice() and client_id = asked.client order by revision desc limit 1) f on true
        left join lateral (
          select checklist, content, revision, written_at from origins_revision
          where practice_id = kith_practice() and client_id = asked.client order by revision desc limit 1) o on true
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    Checklists checklists;

    /**
     * What may be talked about.
     *
     * @param tag its code
     * @param title of the tag
     * @param prompt shipped words, in the language that was asked for
     * @param byClient only the client chose it
     * @param first it asks who is safe now
     */
    public record Prompt(String tag, String title, String prompt, boolean byClient, boolean first) {}

    /**
     * What stands there now.
     *
     * @param prompts of the tags that have one: those of the care team in its order, then what only the client chose, in theirs
     * @param originsRevision 0 where the client wrote nothing
     * @param originsAt when the client last changed their entry; null where they wrote nothing
     */
    public record FormulationStanding(
            List<Prompt> prompts,
            int originsRevision,
            @Nullable Instant originsAt) {
        public static final FormulationStanding NOTHING = new FormulationStanding(List.of(), 0, null);
    }

    /**
     * Of a client whom the caller cares for: who asks has looked. One query.
     *
     * @param language BCP 47
     */
    public FormulationStanding standing(UUID client, String language) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(STANDING)) {
            select.setObject(1, client);
            try (var row = select.executeQuery()) {
                row.next(); // always one
                var prompts = new LinkedHashMap<String, Prompt>();
                add(prompts, row, 1, language, false);
                add(prompts, row, 3, language, true);
                return new FormulationStanding(
                        prompts.values().stream()
                                .sorted(Comparator.comparing(prompt -> !prompt.first()))
                                .toList(),
                        row.getInt(5),
                        Columns.instant(row, "written_at"));
            }
        }
    }

    private void add(Map<String, Prompt> prompts, ResultSet row, int column, String language, boolean byClient)
            throws SQLException {
        var version = row.getInt(column);
        if (row.wasNull()) {
            return;
        }
        var list = checklists.readable(version);
        for (var code : texts(row.getArray(column + 1))) {
            list.find(code)
                    .flatMap(tag -> prompt(tag, language, byClient))
                    .ifPresent(prompt -> prompts.putIfAbsent(code, prompt));
        }
    }

    private static Optional<Prompt> prompt(TagDefinition tag, String language, boolean byClient) {
        return Optional.ofNullable(tag.prompt())
                .map(prompt -> new Prompt(
                        tag.code(),
                        tag.title().in(language),
                        prompt.in(language),
                        byClient,
                        Boolean.TRUE.equals(tag.first())));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
