package dev.kith.identity;

import dev.kith.security.AccessTokens;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a signed-in app is given. */
@Schema(description = "A session: a short token for calls, and one to get the next with.")
record SessionView(
        @Schema(description = "Send it as Authorization: Bearer. At most ten minutes old.")
        String accessToken,

        @Schema(examples = "Bearer") String tokenType,

        @Schema(description = "Seconds until the access token ends.", examples = "600")
        long expiresIn,

        @Schema(description = "Good for one refresh. Using it twice ends the session.")
        String refreshToken) {

    static SessionView of(String accessToken, String refreshToken) {
        return new SessionView(accessToken, "Bearer", AccessTokens.LIFE.toSeconds(), refreshToken);
    }
}
