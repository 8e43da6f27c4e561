package dev.kith.house;

import java.time.Duration;

/** Looks again and again until something is seen, so that no test guesses how long it takes. */
public final class Patience {
    private static final int PAUSE = 10;

    private Patience() {}

    /** A look at something. */
    public interface Look {
        boolean seen() throws Exception;
    }

    /** Whether it was seen in time. */
    public static boolean until(Duration patience, Look look) throws Exception {
        var end = System.nanoTime() + patience.toNanos();
        do {
            if (look.seen()) {
                return true;
            }
            Thread.sleep(PAUSE);
        } while (System.nanoTime() < end);
        return false;
    }
}
