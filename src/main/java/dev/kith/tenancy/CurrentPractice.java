package dev.kith.tenancy;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose data this request, or this step of a job, may touch. Decided once; undecided until then. */
@RequestScoped
class CurrentPractice {
    /** Owns no rows: work that is of no practice, on purpose. */
    static final UUID NONE = new UUID(-1L, -1L);

    private @Nullable UUID id;

    @Nullable
    UUID orNull() {
        return id;
    }

    void set(UUID practice) {
        if (id != null && !id.equals(practice)) {
            throw new IllegalStateException("The practice of a request never changes");
        }
        id = practice;
    }
}
