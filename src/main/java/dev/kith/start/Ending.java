package dev.kith.start;

import dev.kith.database.Database;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The order of the end: Quarkus finishes its requests, then the database stops, then the process. A signal runs all shutdown
 * hooks at once, so ours waits for the word of Quarkus.
 */
public final class Ending {
    private static final Logger LOG = Logger.getLogger("dev.kith");
    /** More than the time Quarkus has to finish its requests. */
    private static final int SECONDS = 25;

    private static final String STOPPED_AT_EXIT = "dev.kith.stopped-at-exit";

    private final CountDownLatch served = new CountDownLatch(1);
    private final AtomicReference<Database> database = new AtomicReference<>();

    public Ending() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopDatabase, "kith-ending"));
    }

    /** What is to be closed at the end. */
    public void then(Database opened) {
        database.set(opened);
    }

    /** Quarkus is done, or never came to be. Tells of a failure, and does not return. */
    public void exit(int code, @Nullable Throwable failure) {
        if (failure != null) Refusal.tell(failure);
        served.countDown();
        System.exit(failure == null ? code : 1);
    }

    private void stopDatabase() {
        try {
            if (!served.await(SECONDS, TimeUnit.SECONDS))
                LOG.warn("Requests were still running when the service ended");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var opened = database.get();
        if (opened != null) opened.close();
    }

    /** Once in a JVM, with classes of the JDK only: after live reloads those of this service may be gone. */
    public static void stopAtExit(List<String> command) {
        if (command.isEmpty() || System.getProperty(STOPPED_AT_EXIT) != null) return;
        System.setProperty(STOPPED_AT_EXIT, "true");
        var stopping = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Runtime.getRuntime().addShutdownHook(new Thread("kith-stop-database") {
            @Override
            public void run() {
                try {
                    stopping.start().waitFor();
                } catch (IOException | InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
    }
}
