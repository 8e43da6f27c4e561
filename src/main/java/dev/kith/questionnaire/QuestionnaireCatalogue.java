package dev.kith.questionnaire;

import dev.kith.definition.Definitions;
import dev.kith.definition.Wordings;
import dev.kith.problem.ProblemException;
import dev.kith.tenancy.Practices;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Published versions, from memory: they never change, so they are read once. What ships with Kith is written by the
 * migration and read from the database, for a version stays readable after its file is gone.
 */
@ApplicationScoped
public class QuestionnaireCatalogue {
    private static final String LIBRARY = """
        select definition::text, state from questionnaire_version
        where practice_id = ? and state in ('published', 'retired')
        """;

    @Inject
    AgroalDataSource database;

    private volatile Map<Name, Published> versions = Map.of();
    private volatile Map<String, Published> current = Map.of();

    private record Name(UUID owner, String key, int version) {}

    void load(@Observes @Priority(5) StartupEvent start, Practices practices) {
        var read = practices.outside(this::library);
        var byName = new java.util.HashMap<Name, Published>();
        var newest = new TreeMap<String, Published>();
        read.stream().sorted(Comparator.comparingInt(Published::version)).forEach(one -> {
            byName.put(new Name(one.owner(), one.key(), one.version()), one);
            if (!one.retired()) {
                newest.put(one.key(), one);
            }
        });
        versions = Map.copyOf(byName);
        current = java.util.Collections.unmodifiableMap(newest);
    }

    private List<Published> library() throws SQLException {
        var found = new java.util.ArrayList<Published>();
        var wordings = Wordings.shipped();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(LIBRARY)) {
            select.setObject(1, Practices.LIBRARY);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var read = Definitions.readJson(row.getString(1));
                    found.add(Published.of(
                                    Practices.LIBRARY, read, row.getString(2).equals("retired"))
                            .with(wordings.stream()
                                    .filter(one -> one.wording().liesOver(read.definition()))
                                    .toList()));
                }
            }
        }
        return found;
    }

    /** The newest published version of each questionnaire, by key. */
    public Collection<Published> current() {
        return current.values();
    }

    /** The newest published version of this key. */
    public Optional<Published> findCurrent(String key) {
        return Optional.ofNullable(current.get(key));
    }

    /** All versions of this key, newest first; 404 when there is none. */
    List<Published> versionsOf(String key) {
        var found = versions.values().stream()
                .filter(one -> one.key().equals(key))
                .sorted(Comparator.comparingInt(Published::version).reversed())
                .toList();
        if (found.isEmpty()) {
            throw ProblemException.notFound();
        }
        return found;
    }

    /** One version; 404 when there is none. */
    public Published require(UUID owner, String key, int version) {
        var found = versions.get(new Name(owner, key, version));
        if (found == null) {
            throw ProblemException.notFound();
        }
        return found;
    }

    /**
     * The newest published version that scores the same way as this one, or this one: same items, same model, so that what
     * changed is words.
     */
    public Published newestComparable(Published assigned) {
        return versionsOf(assigned.key()).stream()
                .filter(one -> !one.retired() && one.owner().equals(assigned.owner()))
                .filter(one -> one.version() >= assigned.version() && one.comparesWith(assigned))
                .findFirst()
                .orElse(assigned);
    }

    /** One version by key; 404 when there is none. */
    public Published require(String key, int version) {
        return require(Practices.LIBRARY, key, version);
    }
}
