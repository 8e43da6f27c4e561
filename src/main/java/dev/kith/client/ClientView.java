package dev.kith.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A client's record card: who they are, nothing of what they answered. */
@Schema(description = "A person in care: who they are, nothing of what they answered.")
public record ClientView(
        UUID id,
        @Schema(examples = "Sam Visser") String displayName,
        @Nullable String email,
        @Nullable LocalDate birthDate,

        @Schema(description = "Which norms a scale reads, where it has norms by sex.") @Nullable
        SexForScoring sexForScoring,

        @Schema(description = "IANA.", examples = "Europe/Amsterdam")
        String timeZone,

        @Schema(description = "BCP 47.", examples = "nl") String language,

        @Schema(description = "system|value: their id elsewhere.") @Nullable
        String externalId,

        Instant createdAt,

        @Schema(description = "No longer in care since.") @Nullable
        Instant archivedAt,

        @Schema(description = "The number in its ETag.") int version) {

    static ClientView of(Client c) {
        return new ClientView(
                c.id,
                c.displayName,
                c.email,
                c.birthDate,
                c.sexForScoring == null ? null : SexForScoring.of(c.sexForScoring),
                c.timeZone,
                c.language,
                c.externalId,
                c.createdAt,
                c.archivedAt,
                c.version);
    }

    /** Whether a request for a whole client would change nothing. */
    boolean says(AdmitClient request) {
        return displayName.equals(request.displayName())
                && Objects.equals(email, request.email())
                && Objects.equals(birthDate, request.birthDate())
                && sexForScoring == request.sexForScoring()
                && timeZone.equals(request.timeZone())
                && language.equals(request.language());
    }
}

/** A page of them. */
@Schema(description = "A page of clients.")
record ClientPage(
        List<ClientView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}
