package dev.kith.tenancy;

import dev.kith.broadcast.Heard;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How far the clocks of sandboxes are ahead, from memory. All are read at once when nothing is known; later, a practice that
 * there was news of is read again when it is next asked for. A practice that never moved its clock costs a look into a map.
 */
@Singleton
public class MovedClocks {
    /** What {@link dev.kith.broadcast.Broadcast} is told when a practice's clock was moved. */
    public static final String TOPIC = "clock";

    private static final String READ = "select practice_id, offset_ms from kith_moved_clocks(?)";

    @Inject
    AgroalDataSource database;

    private final AtomicReference<Known> known = new AtomicReference<>(Known.NOTHING);

    /**
     * What is remembered. A new one at each news and each reading, so that a reading which raced with news is not kept.
     *
     * @param offsets of those that were moved, in milliseconds
     * @param stale of whom there was news since
     * @param all whether whoever is not named was never moved
     */
    private record Known(Map<UUID, Long> offsets, Set<UUID> stale, boolean all) {
        static final Known NOTHING = new Known(Map.of(), Set.of(), false);

        boolean knows(UUID practice) {
            return all && !stale.contains(practice);
        }

        long offsetOf(UUID practice) {
            return offsets.getOrDefault(practice, 0L);
        }

        Known without(UUID practice) {
            var more = new HashSet<>(stale);
            more.add(practice);
            return new Known(offsets, more, all);
        }

        Known with(UUID practice, Map<UUID, Long> read) {
            var others = new HashMap<>(offsets);
            others.remove(practice);
            others.putAll(read);
            var less = new HashSet<>(stale);
            less.remove(practice);
            return new Known(others, less, all);
        }
    }

    void hear(@Observes Heard heard) {
        if (heard.isAbout(TOPIC)) {
            var practice = heard.practice();
            known.updateAndGet(before -> practice == null
                    ? Known.NOTHING
                    : Objects.requireNonNull(before).without(practice));
        }
    }

    long offsetOf(UUID practice) {
        var before = Objects.requireNonNull(known.get());
        if (before.knows(practice)) {
            return before.offsetOf(practice);
        }
        var after = before.all() ? before.with(practice, read(practice)) : new Known(read(null), Set.of(), true);
        known.compareAndSet(before, after); // else there was news meanwhile: it is read again next time
        return after.offsetOf(practice);
    }

    private Map<UUID, Long> read(@Nullable UUID onlyOf) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(READ)) {
            select.setObject(1, onlyOf, Types.OTHER);
            var found = new HashMap<UUID, Long>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.put(row.getObject(1, UUID.class), row.getLong(2));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The clocks of the sandboxes could not be read", e);
        }
    }
}
