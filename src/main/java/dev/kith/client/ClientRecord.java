package dev.kith.client;

import dev.kith.problem.ProblemException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client, for other rooms.
 *
 * @param language BCP 47
 * @param sexForScoring female, male, other or unknown; null: nobody said
 */
public record ClientRecord(
        UUID id,
        String displayName,
        ZoneId timeZone,
        String language,
        @Nullable String sexForScoring,
        @Nullable LocalDate birthDate,
        @Nullable String email,
        boolean archived) {

    static ClientRecord of(Client c) {
        return new ClientRecord(
                c.id,
                c.displayName,
                ZoneId.of(c.timeZone),
                c.language,
                c.sexForScoring,
                c.birthDate,
                c.email,
                c.archivedAt != null);
    }

    /**
     * For writes: what belongs to an archived client stays as it is.
     *
     * @throws ProblemException 409
     */
    public ClientRecord requireActive() {
        if (archived) {
            throw Client.archivedAlready();
        }
        return this;
    }
}
