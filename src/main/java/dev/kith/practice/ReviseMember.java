package dev.kith.practice;

import dev.kith.contract.Example;
import dev.kith.json.Given;
import dev.kith.shape.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to change a member; what is left out stays, null removes. */
@Schema(
        description =
                "A merge patch (RFC 7396): what is left out stays; null removes email, language and supervisorId, and is refused"
                        + " elsewhere.")
@Example("""
        {"roles": ["clinician", "supervisor"], "supervisorId": null}
        """)
record ReviseMember(
        @Schema(implementation = String.class, maxLength = 200) @Nullable @Valid
        Given<@NotNull @OneLine @Size(max = 200) String> displayName,

        @Schema(implementation = String.class, maxLength = 254) @Nullable @Valid
        Given<@Email @Size(max = 254) String> email,

        @Schema(type = SchemaType.ARRAY, implementation = MemberRole.class, maxItems = 3) @Nullable @Valid
        Given<@NotEmpty @Size(max = 3) Set<@NotNull MemberRole>> roles,

        @Schema(implementation = UUID.class) @Nullable Given<UUID> supervisorId,

        @Schema(
                implementation = String.class,
                maxLength = 35,
                description = "BCP 47; null: written to in the practice's language.")
        @Nullable
        @Valid
        Given<@Size(max = 35) @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*") String> language,

        @Schema(
                implementation = Boolean.class,
                description = "true: may no longer sign in; their sessions stop at once.")
        @Nullable
        @Valid
        Given<@NotNull Boolean> disabled) {}
