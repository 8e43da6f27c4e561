package dev.kith.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Argon2id with 19 MiB, 2 passes, 1 lane (OWASP Password Storage Cheat Sheet). Few at a time: past that callers are
 * asked to wait rather than let sign-ins take all memory.
 */
@ApplicationScoped
class Passwords {
    private static final Argon2Function NOW = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final int PATIENCE_SECONDS = 5;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final String nobodys = Password.hash("the password of no account")
            .addRandomSalt(16)
            .with(NOW)
            .getResult();

    String hash(String password) {
        return inTurn(() -> Password.hash(password).addRandomSalt(16).with(NOW).getResult());
    }

    boolean matches(String password, String hash) {
        return inTurn(() -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    /** Takes as long as a real comparison, so that an unknown account answers like a known one. */
    void matchNobody(String password) {
        inTurn(() -> Password.check(password, nobodys).with(NOW));
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new ProblemException(ProblemType.UNAVAILABLE, "Too many sign-ins at once.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemType.UNAVAILABLE, "Shutting down.");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
