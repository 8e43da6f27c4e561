package dev.kith.content;

import dev.kith.content.DraftCheck.Kept;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import dev.kith.time.RealTime;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The versions that a practice wrote itself, to be changed in the running transaction. Native, for one statement serves every kind. What may change in which
 * state is held by the database once more.
 */
@ApplicationScoped
class VersionBook {
    @Inject
    AgroalDataSource database;

    @Inject
    VersionRows rows;

    @Inject
    @RealTime
    Clock clock;

    /** Held until the transaction ends; 404 when there is none, 409 when it is the library's. */
    StoredVersion take(Caller caller, VersionKind kind, String key, int version) {
        return rows
                .read(
                        kind.table(),
                        "practice_id = ? and key = ? and version = ? for update",
                        caller.practice(),
                        key,
                        version)
                .stream()
                .findFirst()
                .orElseThrow(() ->
                        kind.catalogue().find(key, version).isPresent() ? shipped() : ProblemException.notFound());
    }

    /** The same, of a draft; 409 when it was published. */
    StoredVersion takeDraft(Caller caller, VersionKind kind, String key, int version) {
        var draft = take(caller, kind, key, version);
        if (!draft.isDraft()) {
            throw ProblemException.conflict("published", "What was published stays as it is; draft its next version.");
        }
        return draft;
    }

    static ProblemException shipped() {
        return ProblemException.conflict("shipped", "It belongs to the library; copy it under a key of your own.");
    }

    /** The version with the highest number, a draft or not. */
    Optional<StoredVersion> newest(Caller caller, VersionKind kind, String key) {
        return rows
                .read(kind.table(), "practice_id = ? and key = ? order by version desc limit 1", caller.practice(), key)
                .stream()
                .findFirst();
    }

    int count(Caller caller, VersionKind kind) {
        try (var connection = database.getConnection();
                var count = connection.prepareStatement(
                        "select count(*) from " + kind.table().table() + " where practice_id = ?")) {
            count.setObject(1, caller.practice());
            try (var row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Versions could not be counted", e);
        }
    }

    StoredVersion add(Caller caller, VersionKind kind, Kept kept) {
        var now = clock.instant();
        change(
                """
                insert into %s (practice_id, id, key, version, state, title, definition, checksum, created_at, edited_by, edited_at)
                values (?, ?, ?, ?, 'draft', ?, ?::jsonb, ?, ?, ?, ?)
                """,
                kind,
                caller.practice(),
                Ids.next(),
                kept.key(),
                kept.version(),
                kept.title(),
                kept.json(),
                kept.checksum(),
                now,
                caller.id(),
                now);
        return again(caller, kind, kept.key(), kept.version());
    }

    StoredVersion edit(Caller caller, VersionKind kind, StoredVersion draft, Kept kept) {
        return changed(
                caller,
                kind,
                draft,
                "title = ?, definition = ?::jsonb, checksum = ?, edited_by = ?, edited_at = ?",
                kept.title(),
                kept.json(),
                kept.checksum(),
                caller.id(),
                clock.instant());
    }

    StoredVersion publish(Caller caller, VersionKind kind, StoredVersion draft, ChangeKind change) {
        return changed(
                caller,
                kind,
                draft,
                "state = 'published', change = ?, published_by = ?, published_at = ?",
                change.code(),
                caller.id(),
                clock.instant());
    }

    StoredVersion retire(Caller caller, VersionKind kind, StoredVersion version, @Nullable String why) {
        return changed(
                caller,
                kind,
                version,
                "state = 'retired', retire_reason = ?, retired_by = ?, retired_at = ?",
                why,
                caller.id(),
                clock.instant());
    }

    void delete(VersionKind kind, StoredVersion draft) {
        change("delete from %s where practice_id = ? and id = ?", kind, draft.owner(), draft.id());
    }

    private StoredVersion changed(
            Caller caller, VersionKind kind, StoredVersion version, String set, @Nullable Object... values) {
        var all = new ArrayList<@Nullable Object>(Arrays.asList(values));
        all.add(version.owner());
        all.add(version.id());
        change(
                "update %s set " + set + ", revision = revision + 1 where practice_id = ? and id = ?",
                kind,
                all.toArray());
        return again(caller, kind, version.key(), version.version());
    }

    private StoredVersion again(Caller caller, VersionKind kind, String key, int version) {
        return rows.find(kind.table(), caller.practice(), key, version).orElseThrow();
    }

    private void change(String sql, VersionKind kind, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var change =
                        connection.prepareStatement(sql.formatted(kind.table().table()))) {
            for (var i = 0; i < values.length; i++) {
                change.setObject(i + 1, values[i] instanceof Instant at ? Timestamp.from(at) : values[i]);
            }
            if (change.executeUpdate() != 1) {
                throw new IllegalStateException("A version that was held is gone");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A version could not be written", e);
        }
    }
}
