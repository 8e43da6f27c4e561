package dev.kith.practice;

import dev.kith.contract.Example;
import dev.kith.shape.OneLine;
import dev.kith.shape.OutsideId;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to add a member. */
@Schema(description = "A person who works for the practice.")
@Example("""
        {"displayName": "Noor de Wit", "email": "noor@willow.example", "roles": ["clinician"], "externalId": "hr|7731"}
        """)
public record EmployMember(
        @Schema(examples = "Noor de Wit") @NotNull @OneLine @Size(max = 200)
        String displayName,

        @Schema(description = "Needed to invite them.") @Nullable @Email @Size(max = 254)
        String email,

        @NotEmpty @Size(max = 3) Set<@NotNull MemberRole> roles,

        @Schema(description = "system|value: their id elsewhere, once in a practice.", examples = "hr|7731")
        @Nullable
        @OutsideId
        @Size(max = 200)
        String externalId,

        @Schema(description = "The member, a supervisor, who sees their caseload too.") @Nullable
        UUID supervisorId,

        @Schema(
                description = "BCP 47: in which language they are written to; the practice's when left out.",
                examples = "en")
        @Nullable
        @Size(max = 35)
        @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
        String language) {

    public EmployMember(
            String displayName,
            @Nullable String email,
            Set<MemberRole> roles,
            @Nullable String externalId,
            @Nullable UUID supervisorId) {
        this(displayName, email, roles, externalId, supervisorId, null);
    }
}
