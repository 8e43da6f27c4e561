package dev.kith.response;

import dev.kith.client.ClientDirectory;
import dev.kith.questionnaire.Published;
import dev.kith.scoring.Circumstances;
import dev.kith.scoring.Sex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** What is known about the moment of answering beyond the answers. The client is asked about only where norms or cut-offs need it. */
@ApplicationScoped
class Knowing {
    @Inject
    ClientDirectory clients;

    /**
     * Of a response that is being completed; age is counted in the client's zone.
     *
     * @param began by our clock; null when nobody said
     */
    Circumstances at(Response response, Published published, @Nullable Instant began, Instant answered) {
        var took = took(began, answered);
        if (!published.model().looksAtThePerson()) {
            return new Circumstances(null, null, took);
        }
        var client = clients.require(response.clientId);
        var born = client.birthDate();
        var today = answered.atZone(client.timeZone()).toLocalDate();
        return new Circumstances(
                sex(client.sexForScoring()),
                born == null || born.isAfter(today)
                        ? null
                        : Period.between(born, today).getYears(),
                took);
    }

    /** An app's clock may be wrong: what took no time, or more than a day, was not measured. */
    private static @Nullable Duration took(@Nullable Instant started, Instant answered) {
        if (started == null) {
            return null;
        }
        var took = Duration.between(started, answered);
        return took.isNegative() || took.compareTo(Duration.ofDays(1)) > 0 ? null : took;
    }

    private static @Nullable Sex sex(@Nullable String said) {
        if ("female".equals(said)) {
            return Sex.FEMALE;
        }
        return "male".equals(said) ? Sex.MALE : null;
    }
}
