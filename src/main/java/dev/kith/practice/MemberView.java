package dev.kith.practice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A member as colleagues see them. */
@Schema(description = "A person who works for the practice.")
public record MemberView(
        UUID id,
        @Schema(examples = "Noor de Wit") String displayName,
        @Nullable String email,

        @Schema(description = "In which language they are written to; null: the practice's.", examples = "en") @Nullable
        String language,

        List<MemberRole> roles,

        @Schema(description = "Who sees their caseload too.") @Nullable
        UUID supervisorId,

        @Schema(description = "system|value: their id elsewhere.") @Nullable
        String externalId,

        @Schema(description = "May not sign in.") boolean disabled,
        Instant createdAt,
        @Schema(description = "The number in its ETag.") int version) {

    static MemberView of(Member m) {
        return new MemberView(
                m.id,
                m.displayName,
                m.email,
                m.language,
                List.of(m.roles).stream().map(MemberRole::of).toList(),
                m.supervisorId,
                m.externalId,
                m.disabledAt != null,
                m.createdAt,
                m.version);
    }
}

/** A page of them, newest first. */
@Schema(description = "A page of members, newest first.")
record MemberPage(
        List<MemberView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}
