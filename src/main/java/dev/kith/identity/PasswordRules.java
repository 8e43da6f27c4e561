package dev.kith.identity;

import dev.kith.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a password must be (NIST SP 800-63B, OWASP ASVS 5.0 chapter 6): long, not common, not made of words that stand
 * around it. No rules on kinds of characters; every character counts as typed.
 */
@ApplicationScoped
class PasswordRules {
    static final int LEAST = 15;
    static final int MOST = 256;
    private static final int REST_LEAST = 8;

    private final Set<String> common = read();

    /** Refuses with the pointer {@code /password}, saying what to change. */
    void require(String password, List<String> context) {
        var length = password.codePointCount(0, password.length());
        if (length < LEAST) {
            throw refused("too-short", "At least " + LEAST + " characters; a short sentence does well.");
        }
        var lower = password.toLowerCase(Locale.ROOT);
        if (common.contains(lower) || isRepetition(lower)) {
            throw refused("common", "This is one of the passwords that are tried first.");
        }
        var rest = lower;
        for (var word : context) {
            if (word.length() > 3) {
                rest = rest.replace(word.toLowerCase(Locale.ROOT), "");
            }
        }
        if (rest.length() < REST_LEAST) {
            throw refused("predictable", "Leave out your name, your e-mail address and the name of the practice.");
        }
    }

    /** The same few characters over and over, or keys in a row. */
    static boolean isRepetition(String password) {
        for (var period = 1; period <= password.length() / 3; period++) {
            if (password.equals(password.substring(0, period)
                    .repeat(password.length() / period + 1)
                    .substring(0, password.length()))) {
                return true;
            }
        }
        return password.chars().distinct().count() < 5;
    }

    private static ProblemException refused(String code, String detail) {
        return ProblemException.invalid("/password", code, detail);
    }

    private static Set<String> read() {
        var file = Objects.requireNonNull(PasswordRules.class.getResourceAsStream("/identity/common-passwords.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
