package dev.kith.practice;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What a member may be asked to do; one may hold several. */
public enum MemberRole {
    @JsonProperty("clinician")
    CLINICIAN,
    @JsonProperty("supervisor")
    SUPERVISOR,
    @JsonProperty("admin")
    ADMIN;

    /** As in the contract and in {@code dev.kith.security.Roles}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MemberRole of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Sorted, each once. */
    static List<String> codes(Collection<MemberRole> roles) {
        return roles.stream().map(MemberRole::code).distinct().sorted().toList();
    }
}
