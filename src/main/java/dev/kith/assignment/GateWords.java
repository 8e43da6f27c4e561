package dev.kith.assignment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was said about gates: added and read. */
@ApplicationScoped
class GateWords implements PanacheRepositoryBase<GateWord, UUID> {
    private static final Comparator<GateWord> NEWEST_LAST =
            Comparator.comparing((GateWord word) -> word.saidAt).thenComparing(word -> word.id);

    /** The newest word about each gate, by its code. */
    List<GateWord> newestOf(UUID client) {
        var newest = new TreeMap<String, GateWord>();
        for (var word : list("clientId", client)) {
            newest.merge(word.gate, word, (a, b) -> NEWEST_LAST.compare(a, b) > 0 ? a : b);
        }
        return List.copyOf(newest.values());
    }

    /** The newest word about this gate, as far as it was said by then. */
    Optional<GateWord> newestOf(UUID client, String gate, Instant by) {
        return list("clientId = ?1 and gate = ?2 and saidAt <= ?3", client, gate, by).stream()
                .max(NEWEST_LAST);
    }

    /** Of one client while something is done: asked for once, and only where an exercise has gates. */
    ClientGates of(UUID client) {
        return new ClientGates(() -> openFor(client));
    }

    Set<String> openFor(UUID client) {
        return open(newestOf(client));
    }

    /** The gates that these, the newest words about them, open. */
    static Set<String> open(Collection<GateWord> newest) {
        return newest.stream().filter(word -> word.opens).map(word -> word.gate).collect(Collectors.toSet());
    }
}
