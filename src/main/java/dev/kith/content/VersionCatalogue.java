package dev.kith.content;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kith.broadcast.Heard;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.security.Roles;
import dev.kith.tenancy.Practices;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Published versions of one kind, from memory: a practice's own beside the library. The library is read once, from the database, for a version stays readable
 * after its file is gone. A practice's own are read when somebody there first asks, and stay until news of them comes. A key is looked for among the own ones
 * first. Words that the practice laid over versions lie over both. A kind has its own bean of this, which hears the start and the news.
 */
public abstract class VersionCatalogue<P extends PublishedVersion> {
    /** Characters of all definitions of a kind that are kept; who was not asked for longest is read again. */
    private static final long MOST_CHARACTERS = 32L * 1024 * 1024;

    /** About what a version has; words are kept with a copy of theirs. */
    static final int A_VERSION = 16_000;

    @Inject
    VersionRows rows;

    @Inject
    VersionWords words;

    @Inject
    Practices practices;

    private final AtomicLong news = new AtomicLong();
    private final Cache<UUID, Seen<P>> own = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((UUID practice, Seen<P> seen) -> seen.weight() + 1_000)
            .build();
    /** What is seen without a practice. */
    private volatile Seen<P> library = library(VersionShelf.empty());

    protected abstract VersionTable table();

    /** What {@link dev.kith.broadcast.Broadcast} is told when a practice's published versions changed. */
    protected abstract String topic();

    /**
     * Makes a row ready for use.
     *
     * @param since the version that began its series: since then nobody said that the meaning changed
     */
    protected abstract P ready(StoredVersion row, int since);

    /** The same version with words in more languages laid over it; of a kind that takes them. */
    protected P worded(P written, List<StoredWords> laid) {
        return written;
    }

    /** For the start. */
    protected void readLibrary() {
        library = library(VersionShelf.of(rows.library(table()), this::ready));
    }

    /** For the news. */
    protected void forget(Heard heard) {
        if (heard.isAbout(topic())) {
            news.incrementAndGet();
            if (heard.practice() == null) {
                own.invalidateAll();
            } else {
                own.invalidate(heard.practice());
            }
        }
    }

    /** The newest published version of each, by key. */
    public Collection<P> current() {
        return seen().current();
    }

    /** Every published version of each, retired ones too: what was given once may still be done. */
    public List<P> all() {
        return seen().all();
    }

    /** The newest published version of this key. */
    public Optional<P> findCurrent(String key) {
        return Optional.ofNullable(shelfWith(key).current().get(key));
    }

    /** All versions of this key, newest first; none when nobody published it. */
    public List<P> versionsOf(String key) {
        return shelfWith(key).versionsOf(key);
    }

    /** Whether the library has this key, so that no practice may take it. */
    public boolean isShipped(String key) {
        return library.library().has(key);
    }

    /** One version by key. */
    public Optional<P> find(String key, int version) {
        return shelfWith(key).version(key, version);
    }

    /** One version by key; 404 when there is none. */
    public P require(String key, int version) {
        return find(key, version).orElseThrow(ProblemException::notFound);
    }

    /** One version of the library or of the own practice; 404 when there is none. */
    public P require(UUID owner, String key, int version) {
        return shelfOf(owner).version(key, version).orElseThrow(ProblemException::notFound);
    }

    /** Whether they write definitions for their practice, and so see its drafts. */
    public static boolean isAuthor(Caller caller) {
        return caller.is(Roles.ADMIN) || caller.is(Roles.SUPERVISOR);
    }

    /** One version as this caller may see it: a draft is for those who author; 404 when there is none. */
    public P require(Caller caller, String key, int version) {
        return find(key, version)
                .or(() -> isAuthor(caller)
                        ? rows.find(table(), caller.practice(), key, version).map(this::asDraft)
                        : Optional.empty())
                .orElseThrow(ProblemException::notFound);
    }

    /** The drafts of the practice, by key; none for those who do not author. */
    public List<P> drafts(Caller caller) {
        return isAuthor(caller)
                ? rows.drafts(table(), caller.practice()).stream()
                        .map(this::asDraft)
                        .toList()
                : List.of();
    }

    /** All that this caller may see of a key, newest first; 404 when that is nothing. */
    public List<P> versions(Caller caller, String key) {
        var all = new ArrayList<P>();
        if (isAuthor(caller)) {
            rows.draftOf(table(), caller.practice(), key).map(this::asDraft).ifPresent(all::add);
        }
        all.addAll(versionsOf(key));
        if (all.isEmpty()) {
            throw ProblemException.notFound();
        }
        return all;
    }

    private P asDraft(StoredVersion row) {
        return ready(row, row.version());
    }

    /** All versions of the library or of the own practice, newest first. */
    protected List<P> versionsOf(UUID owner, String key) {
        return shelfOf(owner).versionsOf(key);
    }

    private VersionShelf<P> shelfWith(String key) {
        return seen().with(key);
    }

    private VersionShelf<P> shelfOf(UUID owner) {
        if (owner.equals(Practices.LIBRARY)) {
            return seen().library();
        }
        return practices
                .current()
                .filter(owner::equals)
                .map(one -> kept(one).own())
                .orElseGet(VersionShelf::empty);
    }

    private Seen<P> seen() {
        return practices.current().map(this::kept).orElse(library);
    }

    private static <P extends PublishedVersion> Seen<P> library(VersionShelf<P> library) {
        return Seen.of(VersionShelf.empty(), library, 0);
    }

    /** Reads without holding anybody up: who waited for another's reading would hold a connection meanwhile. */
    private Seen<P> kept(UUID practice) {
        var kept = own.getIfPresent(practice);
        if (kept != null) {
            return kept;
        }
        var before = news.get();
        var read = read(practice);
        own.put(practice, read);
        if (news.get() != before) {
            own.invalidate(practice); // what we read may be older than the news
        }
        return read;
    }

    private Seen<P> read(UUID practice) {
        var written = VersionShelf.of(rows.published(table(), practice), this::ready);
        var laid = words.newest(table(), practice);
        return Seen.of(
                written.with(laid, this::worded),
                library.library().with(laid, this::worded),
                written.weight()
                        + laid.stream()
                                .mapToInt(one -> A_VERSION + one.json().length())
                                .sum());
    }
}
