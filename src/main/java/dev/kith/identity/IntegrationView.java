package dev.kith.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An integration as an admin sees it. */
@Schema(description = "A service account of practice software.")
record IntegrationView(
        UUID id,

        @Schema(description = "Its client_id at /oauth2/token.")
        String clientId,

        String name,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant disabledAt) {

    static IntegrationView of(Integration i) {
        return new IntegrationView(i.id, i.clientKey, i.name, List.of(i.scopes), i.createdAt, i.disabledAt);
    }
}

/** All of them; there are few. */
@Schema(description = "The practice's integrations.")
record IntegrationList(List<IntegrationView> items) {}

/** A new one, with its secret. */
@Schema(description = "A new integration. Its secret is told this once.")
record NewIntegrationView(
        UUID id,

        @Schema(description = "Its client_id at /oauth2/token.")
        String clientId,

        @Schema(description = "Told this once.") String clientSecret,
        List<String> scopes) {

    static NewIntegrationView of(Integration i, String secret) {
        return new NewIntegrationView(i.id, i.clientKey, secret, List.of(i.scopes));
    }
}
