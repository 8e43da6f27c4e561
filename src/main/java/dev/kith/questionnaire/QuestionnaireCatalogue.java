package dev.kith.questionnaire;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kith.broadcast.Heard;
import dev.kith.definition.Wordings;
import dev.kith.problem.ProblemException;
import dev.kith.tenancy.Practices;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Published versions, from memory: a practice's own beside the library. The library is read once, from the database, for a
 * version stays readable after its file is gone. A practice's own are read when somebody there first asks, and stay until news
 * of them comes. A key is looked for among the own ones first, and the wordings that the practice attached lie over both.
 */
@ApplicationScoped
public class QuestionnaireCatalogue {
    /** What {@link dev.kith.broadcast.Broadcast} is told when a practice's published versions changed. */
    public static final String TOPIC = "questionnaires";

    /** Characters of all definitions that are kept; who was not asked for longest is read again. */
    private static final long MOST_CHARACTERS = 64L * 1024 * 1024;

    @Inject
    StoredVersions stored;

    @Inject
    StoredWordings words;

    @Inject
    Practices practices;

    private final AtomicLong news = new AtomicLong();
    private final Cache<UUID, Shelf> own = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((UUID practice, Shelf shelf) -> shelf.weight() + 1_000)
            .build();
    private volatile Shelf library = Shelf.EMPTY;

    void load(@Observes @Priority(5) StartupEvent start) {
        library = Shelf.of(stored.library(practices), Wordings.shipped());
    }

    void hear(@Observes Heard heard) {
        if (heard.isAbout(TOPIC)) {
            news.incrementAndGet();
            if (heard.practice() == null) {
                own.invalidateAll();
            } else {
                own.invalidate(heard.practice());
            }
        }
    }

    /** The newest published version of each questionnaire, by key. */
    public Collection<Published> current() {
        var mine = own();
        var all = new TreeMap<>(library.current());
        all.replaceAll((key, one) -> mine.worded(one));
        all.keySet().removeAll(mine.versions().keySet());
        all.putAll(mine.current());
        return all.values();
    }

    /** The newest published version of this key. */
    public Optional<Published> findCurrent(String key) {
        return Optional.ofNullable(shelfWith(key).currentOrNull(key)).map(own()::worded);
    }

    /** The newest published version of this key of one owner, the library or the own practice. */
    public Optional<Published> findCurrent(UUID owner, String key) {
        return Optional.ofNullable(shelfOf(owner).currentOrNull(key)).map(own()::worded);
    }

    /** All versions of this key, newest first; none when nobody published it. */
    public List<Published> versionsOf(String key) {
        return shelfWith(key).versionsOf(key).stream().map(own()::worded).toList();
    }

    /** Versions of this key of one owner, the library or the own practice, newest first. */
    public List<Published> versionsOf(UUID owner, String key) {
        return shelfOf(owner).versionsOf(key).stream().map(own()::worded).toList();
    }

    /** For a query that may name a questionnaire; 422 at #questionnaire when nobody published one of that key. */
    public void requireKnown(@Nullable String key) {
        if (key != null && versionsOf(key).isEmpty()) {
            throw ProblemException.invalid("#questionnaire", "unknown-questionnaire", "No questionnaire of this key.");
        }
    }

    /** Whether the library has this key, so that no practice may take it. */
    public boolean isShipped(String key) {
        return library.has(key);
    }

    /** One version by key. */
    public Optional<Published> find(String key, int version) {
        return shelfWith(key).version(key, version).map(own()::worded);
    }

    /** One version by key; 404 when there is none. */
    public Published require(String key, int version) {
        return find(key, version).orElseThrow(ProblemException::notFound);
    }

    /** One version of the library or of the own practice. */
    public Optional<Published> find(UUID owner, String key, int version) {
        return shelfOf(owner).version(key, version).map(own()::worded);
    }

    /** One version of the library or of the own practice; 404 when there is none. */
    public Published require(UUID owner, String key, int version) {
        return find(owner, key, version).orElseThrow(ProblemException::notFound);
    }

    /**
     * The newest published version that scores the same way as this one, or this one: same items, same model, so that what
     * changed is words.
     */
    public Published newestComparable(Published assigned) {
        return shelfOf(assigned.owner()).versionsOf(assigned.key()).stream()
                .filter(one -> !one.retired())
                .filter(one -> one.version() >= assigned.version() && one.comparesWith(assigned))
                .findFirst()
                .map(own()::worded)
                .orElse(assigned);
    }

    private Shelf shelfWith(String key) {
        var mine = own();
        return mine.has(key) ? mine : library;
    }

    private Shelf shelfOf(UUID owner) {
        if (owner.equals(Practices.LIBRARY)) {
            return library;
        }
        return practices.current().filter(owner::equals).map(this::kept).orElse(Shelf.EMPTY);
    }

    private Shelf own() {
        return practices.current().map(this::kept).orElse(Shelf.EMPTY);
    }

    /** Reads without holding anybody up: who waited for another's reading would hold a connection meanwhile. */
    private Shelf kept(UUID practice) {
        var kept = own.getIfPresent(practice);
        if (kept != null) {
            return kept;
        }
        var before = news.get();
        var read = Shelf.of(stored.published(practice), List.of()).with(words.of(practice), library);
        own.put(practice, read);
        if (news.get() != before) {
            own.invalidate(practice); // what we read may be older than the news
        }
        return read;
    }
}
