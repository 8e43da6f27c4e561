package dev.kith.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Optional;

/** Whose tokens we make and take. */
@ConfigMapping(prefix = "kith")
interface Tokens {
    /** {@code iss} of our tokens; by it a verifier finds our keys. */
    @WithDefault("https://kith.localhost")
    String issuer();

    /** RSA private key, PKCS#8 PEM text. */
    @WithName("signing-key")
    Optional<String> signingKey();

    /** A file that holds it. */
    @WithName("signing-key-file")
    Optional<String> signingKeyFile();

    /** PEM file of earlier public keys that are still taken while tokens made with them live. */
    @WithName("previous-keys-file")
    Optional<String> previousKeysFile();
}
