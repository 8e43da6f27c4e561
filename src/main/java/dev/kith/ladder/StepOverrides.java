package dev.kith.ladder;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Clinicians' words on the practice's ladders. */
@ApplicationScoped
class StepOverrides implements PanacheRepositoryBase<StepOverride, UUID> {
    /** Of these ladders, newest first. */
    List<StepOverride> of(Collection<UUID> ladders) {
        return list("ladderId in ?1 order by saidAt desc, id desc", ladders);
    }
}
