package dev.kith.security;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whose tokens we make and take, and where the keys are. */
@Singleton
class Tokens {
    /** {@code iss} of our tokens; by it a verifier finds our keys. */
    @ConfigProperty(name = "kith.issuer", defaultValue = "https://kith.localhost")
    String issuer;

    /** RSA private key, PKCS#8 PEM text. */
    @ConfigProperty(name = "kith.signing-key")
    Optional<String> signingKey;

    /** A file that holds it. */
    @ConfigProperty(name = "kith.signing-key-file")
    Optional<String> signingKeyFile;

    /** PEM file of earlier public keys that are still taken while tokens made with them live. */
    @ConfigProperty(name = "kith.previous-keys-file")
    Optional<String> previousKeysFile;

    /** Present: the operator's own database. */
    @ConfigProperty(name = "kith.db.url")
    Optional<String> outsideDatabase;

    @ConfigProperty(name = "kith.data-dir", defaultValue = "data")
    String dataDir;
}
