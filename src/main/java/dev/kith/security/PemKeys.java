package dev.kith.security;

import dev.kith.database.RefusedToStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** RSA keys as PEM text, and the file that keeps the one made here. */
final class PemKeys {
    private static final int LEAST_BITS = 2048;
    private static final Pattern PUBLIC = Pattern.compile("-----BEGIN PUBLIC KEY-----([^-]+)-----END PUBLIC KEY-----");
    private static final Pattern PRIVATE =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

    private PemKeys() {}

    static KeyPair pair(String pem) {
        var found = PRIVATE.matcher(pem);
        if (!found.find()) {
            throw new RefusedToStart("The signing key is not a PKCS#8 PEM private key");
        }
        try {
            var factory = KeyFactory.getInstance("RSA");
            var key = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(found.group(1))));
            if (key.getModulus().bitLength() < LEAST_BITS) {
                throw new RefusedToStart("The signing key has fewer than " + LEAST_BITS + " bits");
            }
            var pub = factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            return new KeyPair(pub, key);
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new RefusedToStart("The signing key is not an RSA private key", e);
        }
    }

    static List<PublicKey> publicKeys(String pem) {
        var keys = new ArrayList<PublicKey>();
        var found = PUBLIC.matcher(pem);
        try {
            while (found.find()) {
                keys.add(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes(found.group(1)))));
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new RefusedToStart("An earlier key is not an RSA public key", e);
        }
        return keys;
    }

    /** Reads the key in that file, made on first use, readable by its owner only. */
    static String keptIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            var fresh = Files.createTempFile(
                    Files.createDirectories(file.toAbsolutePath().getParent()),
                    "key",
                    ".pem",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, made());
            try {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException another) {
                Files.delete(fresh);
            }
        }
        return Files.readString(file);
    }

    /** 3072 bits: 128 bits of security (NIST SP 800-57). */
    static String made() {
        try {
            var maker = KeyPairGenerator.getInstance("RSA");
            maker.initialize(3072);
            var body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(maker.generateKeyPair().getPrivate().getEncoded());
            return "-----BEGIN " + "PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] derived(PrivateKey key, String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }
}
