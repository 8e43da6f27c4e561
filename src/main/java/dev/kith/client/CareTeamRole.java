package dev.kith.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a member is to a client. */
public enum CareTeamRole {
    @JsonProperty("primary")
    PRIMARY,
    @JsonProperty("co-clinician")
    CO_CLINICIAN,
    @JsonProperty("supervisor")
    SUPERVISOR,
    @JsonProperty("cover")
    COVER;

    /** As in the contract and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static CareTeamRole of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
