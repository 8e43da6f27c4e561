package dev.kith.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** The passwords of the embedded server's roles: made once, kept beside the data (mode 0600). */
final class Secrets {
    private static final List<String> ROLES = List.of("postgres", "kith_owner", "kith_app", "kith_reader");

    private final Properties passwords;

    private Secrets(Properties passwords) {
        this.passwords = passwords;
    }

    static Secrets make(Path file) throws IOException {
        var random = new SecureRandom();
        Durably.write(
                file,
                ROLES.stream()
                        .map(role -> role + "=" + password(random))
                        .collect(Collectors.joining("\n", "# Passwords of the embedded PostgreSQL.\n", "\n")));
        return read(file);
    }

    static Secrets read(Path file) throws IOException {
        var passwords = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            passwords.load(in);
        }
        if (!passwords.stringPropertyNames().containsAll(ROLES))
            throw new RefusedToStart(file + " lacks a password of the embedded database");
        return new Secrets(passwords);
    }

    String of(String role) {
        return passwords.getProperty(role, "");
    }

    private static String password(SecureRandom random) {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
