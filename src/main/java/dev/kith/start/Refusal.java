package dev.kith.start;

import dev.kith.database.RefusedToStart;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/** Why the service does not start, told to the operator on standard error. */
public final class Refusal {
    private static final Logger LOG = Logger.getLogger("dev.kith");
    private static final int LONGEST = 1000;

    private Refusal() {}

    /** One line for what an operator can mend; with its stack trace what only we can. */
    public static void tell(Throwable failure) {
        var line = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(Refusal::line)
                .filter(text -> !text.isEmpty())
                .findFirst();
        if (line.isEmpty()) LOG.error("The service could not start", failure);
        System.err.println("kith: refused to start: " + line.orElse("an unexpected failure, see its stack trace"));
    }

    private static String line(Throwable failure) {
        if (failure instanceof RefusedToStart) return flat(failure);
        if (failure instanceof QuarkusBindException bind) return HttpPort.taken(bind.getHost(), bind.getPort());
        if (failure instanceof FlywayException) return "the database could not be migrated: " + flat(failure);
        if (failure instanceof ConfigurationException || failure instanceof ConfigValidationException)
            return flat(failure);
        return "";
    }

    private static String flat(Throwable failure) {
        var text = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }
}
