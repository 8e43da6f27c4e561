package dev.kith.identity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What practice software may be allowed to do. */
enum IntegrationScope {
    @JsonProperty("practice:read")
    PRACTICE_READ,
    @JsonProperty("members:read")
    MEMBERS_READ,
    @JsonProperty("clients:read")
    CLIENTS_READ,
    @JsonProperty("clients:write")
    CLIENTS_WRITE,
    @JsonProperty("questionnaires:read")
    QUESTIONNAIRES_READ,
    @JsonProperty("exercises:read")
    EXERCISES_READ,
    @JsonProperty("programs:read")
    PROGRAMS_READ,
    @JsonProperty("enrollments:read")
    ENROLLMENTS_READ,
    @JsonProperty("enrollments:write")
    ENROLLMENTS_WRITE,
    @JsonProperty("assignments:read")
    ASSIGNMENTS_READ,
    @JsonProperty("assignments:write")
    ASSIGNMENTS_WRITE,
    @JsonProperty("responses:read")
    RESPONSES_READ,
    @JsonProperty("responses:write")
    RESPONSES_WRITE,
    @JsonProperty("logs:read")
    LOGS_READ,
    @JsonProperty("logs:write")
    LOGS_WRITE,
    @JsonProperty("safety:read")
    SAFETY_READ,
    @JsonProperty("alerts:read")
    ALERTS_READ,
    @JsonProperty("progress:read")
    PROGRESS_READ,
    @JsonProperty("caseload:read")
    CASELOAD_READ,
    @JsonProperty("outcomes:read")
    OUTCOMES_READ,
    @JsonProperty("events:read")
    EVENTS_READ,
    @JsonProperty("webhooks:read")
    WEBHOOKS_READ,
    @JsonProperty("webhooks:write")
    WEBHOOKS_WRITE,
    @JsonProperty("sandbox:write")
    SANDBOX_WRITE;

    /** As operations name it in {@code x-kith-scopes}. */
    String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ':');
    }
}
