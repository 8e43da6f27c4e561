package dev.kith.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kith.contract.Example;
import dev.kith.problem.Fails;
import dev.kith.problem.ProblemType;
import dev.kith.security.AccessTokens;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/oauth2/token")
@Tag(name = "Sessions")
@Produces("application/json")
class TokenResource {
    @Inject
    IntegrationSigningIn signingIn;

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Fails({ProblemType.MALFORMED, ProblemType.UNAUTHENTICATED})
    @Example("""
            {"grant_type": "client_credentials", "client_id": "willow-integration", "client_secret": "trust-small-steps"}
            """)
    @Operation(
            summary = "Sign an integration in.",
            description =
                    "RFC 6749, section 4.4: grant_type=client_credentials, with client_id and client_secret in the form or"
                            + " in an Authorization: Basic header. The problem's error is that of section 5.2.")
    public TokenView issueToken(
            @FormParam("grant_type") @Size(max = 40) @Nullable String grantType,
            @FormParam("client_id") @Size(max = 100) @Nullable String clientId,
            @FormParam("client_secret") @Size(max = 256) @Nullable String clientSecret,
            @FormParam("scope") @Size(max = 1000) @Nullable String scope,
            @HeaderParam("Authorization") @Size(max = 1000) @Nullable String basic)
            throws SQLException {
        return signingIn.signIn(IntegrationSigningIn.Credentials.of(grantType, clientId, clientSecret, basic));
    }

    /** RFC 6749, section 5.1. */
    @Schema(description = "An access token for practice software; when it has ended, ask for the next.")
    record TokenView(
            @JsonProperty("access_token") String accessToken,

            @JsonProperty("token_type") @Schema(examples = "Bearer")
            String tokenType,

            @JsonProperty("expires_in") @Schema(description = "Seconds.", examples = "600")
            long expiresIn,

            @Schema(description = "What it may do, parted by blanks.")
            String scope) {

        static TokenView of(String token, String scope) {
            return new TokenView(token, "Bearer", AccessTokens.LIFE.toSeconds(), scope);
        }
    }
}
