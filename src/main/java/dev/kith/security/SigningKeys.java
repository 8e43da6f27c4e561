package dev.kith.security;

import dev.kith.database.RefusedToStart;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jspecify.annotations.Nullable;

/**
 * The keys of our access tokens. One signs; it and the earlier ones verify, each found by its {@code kid} (RFC 7638
 * thumbprint), so that a key is changed without downtime.
 */
@Singleton
public class SigningKeys {
    @Inject
    Tokens config;

    private @Nullable PrivateKey signing;
    private String signingId = "";
    private final Map<String, RsaJsonWebKey> verifying = new LinkedHashMap<>();

    void load(@Observes @Priority(2) StartupEvent start) throws IOException {
        var pair = PemKeys.pair(pem());
        signing = pair.getPrivate();
        signingId = publish(pair.getPublic());
        if (config.previousKeysFile.isPresent()) {
            for (var earlier : PemKeys.publicKeys(Files.readString(Path.of(config.previousKeysFile.get())))) {
                publish(earlier);
            }
        }
    }

    private String pem() throws IOException {
        if (config.signingKey.isPresent()) {
            return config.signingKey.get();
        }
        if (config.signingKeyFile.isPresent()) {
            return Files.readString(Path.of(config.signingKeyFile.get()));
        }
        if (config.outsideDatabase.isPresent()) {
            throw new RefusedToStart(
                    "No signing key: set KITH_SIGNING_KEY or KITH_SIGNING_KEY_FILE (RSA private key, PKCS#8 PEM)");
        }
        return PemKeys.keptIn(Path.of(config.dataDir, "signing-key.pem"));
    }

    private String publish(PublicKey key) {
        try {
            var jwk = (RsaJsonWebKey) JsonWebKey.Factory.newJwk(key);
            var id = jwk.calculateBase64urlEncodedThumbprint("SHA-256");
            jwk.setKeyId(id);
            jwk.setUse("sig");
            jwk.setAlgorithm("RS256");
            verifying.put(id, jwk);
            return id;
        } catch (org.jose4j.lang.JoseException e) {
            throw new IllegalStateException("Not an RSA key", e);
        }
    }

    PrivateKey signing() {
        if (signing == null) {
            throw new IllegalStateException("No signing key was loaded");
        }
        return signing;
    }

    String signingId() {
        return signingId;
    }

    /** Null: not one of ours. */
    @Nullable
    PublicKey verifying(@Nullable String kid) {
        var key = kid == null ? null : verifying.get(kid);
        return key == null ? null : key.getRsaPublicKey();
    }

    /** The public keys, as RFC 7517 members of a key set. */
    public List<Map<String, Object>> published() {
        var keys = new ArrayList<Map<String, Object>>();
        verifying.values().forEach(key -> keys.add(key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)));
        return keys;
    }

    /**
     * A key for sealing what we store, drawn from the signing key; changes with it. Replies are stored for a day; the secrets of webhooks
     * for as long as these are there: when it changes they are lost, and have to be made anew.
     */
    public byte[] sealingKey() {
        return PemKeys.derived(signing(), "kith sealing v1");
    }
}
