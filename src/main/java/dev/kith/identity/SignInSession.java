package dev.kith.identity;

import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One sign-in on one device, with its family of refresh tokens. */
@Entity
@Table(name = "session")
class SignInSession extends PracticeOwned {
    /** However often it is refreshed. */
    static final Duration LONGEST = Duration.ofDays(30);

    /** Without a refresh. */
    static final Duration IDLE = Duration.ofDays(7);

    @Id
    UUID id;

    @Column(name = "account_id", updatable = false)
    UUID accountId;

    @Nullable
    String agent;

    @Nullable
    String address;

    @Column(name = "started_at", updatable = false)
    Instant startedAt;

    @Column(name = "refreshed_at")
    Instant refreshedAt;

    @Column(name = "ends_at", updatable = false)
    Instant endsAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "ended_why")
    @Nullable
    String endedWhy;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected SignInSession() {}

    SignInSession(UUID id, UUID accountId, @Nullable String agent, @Nullable String address, Instant now) {
        this.id = id;
        this.accountId = accountId;
        this.agent = agent;
        this.address = address;
        this.startedAt = now;
        this.refreshedAt = now;
        this.endsAt = now.plus(LONGEST);
    }

    boolean isOpen(Instant now) {
        return endedAt == null && now.isBefore(endsAt) && now.isBefore(refreshedAt.plus(IDLE));
    }

    void refreshed(Instant now) {
        refreshedAt = now;
    }

    /** The first end counts; a second one changes nothing. */
    void end(String why, Instant now) {
        if (endedAt == null) {
            endedAt = now;
            endedWhy = why;
        }
    }
}
