package dev.kith.client;

import dev.kith.json.Given;
import dev.kith.problem.ProblemException;
import dev.kith.tenancy.PracticeOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person in care. An archived one is kept as they were. */
@Entity
@Table(name = "client")
class Client extends PracticeOwned {
    @Id
    UUID id;

    @Column(name = "display_name")
    String displayName;

    @Nullable
    String email;

    @Column(name = "birth_date")
    @Nullable
    LocalDate birthDate;

    @Column(name = "sex_for_scoring")
    @Nullable
    String sexForScoring;

    @Column(name = "time_zone")
    String timeZone;

    String language;

    @Column(name = "external_id")
    @Nullable
    String externalId;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "archived_at")
    @Nullable
    Instant archivedAt;

    @Version
    int version;

    @SuppressWarnings("NullAway") // Hibernate fills it
    protected Client() {}

    @SuppressWarnings("NullAway") // become() fills the rest at once
    Client(UUID id, AdmitClient request, Instant at) {
        this.id = id;
        this.externalId = request.externalId();
        this.createdAt = at;
        become(request);
    }

    /** All that a request for a whole client says. */
    void become(AdmitClient request) {
        displayName = request.displayName();
        email = request.email();
        birthDate = request.birthDate();
        sexForScoring = code(request.sexForScoring());
        timeZone = request.timeZone();
        language = request.language();
    }

    boolean is(AdmitClient request) {
        return ClientView.of(this).says(request);
    }

    void become(ReviseClient request) {
        displayName = Given.orKeep(request.displayName(), displayName);
        email = Given.orKeepAny(request.email(), email);
        birthDate = Given.orKeepAny(request.birthDate(), birthDate);
        if (request.sexForScoring() != null) {
            sexForScoring = code(request.sexForScoring().value());
        }
        timeZone = Given.orKeep(request.timeZone(), timeZone);
        language = Given.orKeep(request.language(), language);
        externalId = Given.orKeepAny(request.externalId(), externalId);
    }

    /** The first archiving counts; a second one changes nothing. */
    void archive(Instant now) {
        if (archivedAt == null) {
            archivedAt = now;
        }
    }

    void unarchive() {
        archivedAt = null;
    }

    void requireActive() {
        if (archivedAt != null) {
            throw archivedAlready();
        }
    }

    static ProblemException archivedAlready() {
        return ProblemException.conflict("client-archived", "The client is archived; unarchive first.");
    }

    private static @Nullable String code(@Nullable SexForScoring sex) {
        return sex == null ? null : sex.code();
    }
}
