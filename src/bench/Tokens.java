import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Tokens as the service makes them, signed with its own key: signing thousands of people in would measure Argon2. */
final class Tokens {
    private static final int LIFE_SECONDS = 600;
    private static final long FRESH_NANOS = 400_000_000_000L;
    private static final String ISSUER = "https://kith.localhost";

    private final RSAPrivateCrtKey key;
    private final String head;
    private final Map<String, Token> made = new ConcurrentHashMap<>();

    private record Token(String text, long madeAt) {
        boolean isFresh() {
            return System.nanoTime() - madeAt < FRESH_NANOS;
        }
    }

    Tokens(Path data) throws IOException, GeneralSecurityException {
        var body = Files.readAllLines(data.resolve("signing-key.pem")).stream()
                .filter(line -> !line.startsWith("-----"))
                .collect(Collectors.joining());
        var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body));
        key = (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(spec);
        head = "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"" + thumbprint() + "\"}";
    }

    String ofClient(long client) {
        return of(client, "client");
    }

    String ofMember(long member) {
        return of(9_000_000_000L + member, "clinician");
    }

    /** Of the software of a practice, which has no session. */
    String ofSoftware(int practice) {
        var now = System.currentTimeMillis() / 1000;
        return sign("""
                {"iss":"%s","aud":"kith","sub":"%s","practice":"%s","groups":["integration"],"scope":"responses:read","iat":%d,"exp":%d}""".formatted(ISSUER, Ids.of("8010", practice), Ids.of("8000", practice), now, now + LIFE_SECONDS));
    }

    /** Long enough before it ends, or a new one. */
    private String of(long account, String group) {
        return made.compute(
                        Ids.of("8003", account),
                        (id, old) ->
                                old != null && old.isFresh() ? old : new Token(sign(account, group), System.nanoTime()))
                .text();
    }

    private String sign(long account, String group) {
        var now = System.currentTimeMillis() / 1000;
        var claims = """
                {"iss":"%s","aud":"kith","sub":"%s","sid":"%s","practice":"%s","groups":["%s"],"amr":["pwd"],"iat":%d,"exp":%d}""".formatted(
                        ISSUER,
                        Ids.of("8003", account),
                        Ids.of("8004", account),
                        Ids.of("8000", 1),
                        group,
                        now,
                        now + LIFE_SECONDS);
        return sign(claims);
    }

    private String sign(String claims) {
        try {
            var signed = base64(head.getBytes(StandardCharsets.UTF_8)) + "."
                    + base64(claims.getBytes(StandardCharsets.UTF_8));
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 7638: over the required members in the order of their names. */
    private String thumbprint() throws GeneralSecurityException {
        var jwk = "{\"e\":\"" + base64(unsigned(key.getPublicExponent())) + "\",\"kty\":\"RSA\",\"n\":\""
                + base64(unsigned(key.getModulus())) + "\"}";
        return base64(MessageDigest.getInstance("SHA-256").digest(jwk.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
