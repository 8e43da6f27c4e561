package dev.kith.identity;

import dev.kith.security.SigningKeys;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/.well-known/jwks.json")
@Tag(name = "Keys")
@Produces("application/json")
class KeysResource {
    @Inject
    SigningKeys keys;

    @GET
    @PermitAll
    @Operation(
            summary = "The keys of our access tokens.",
            description = "A JSON Web Key Set (RFC 7517). Look again when a token names a kid that you do not know.")
    public RestResponse<KeySet> readKeys() {
        return RestResponse.ResponseBuilder.ok(new KeySet(keys.published()))
                .header("Cache-Control", "public, max-age=300")
                .build();
    }

    /** RFC 7517, section 5. */
    @Schema(description = "Public keys.")
    record KeySet(List<Map<String, Object>> keys) {}
}
