package dev.kith.ladder;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Rungs of the practice's ladders. */
@ApplicationScoped
class Rungs implements PanacheRepositoryBase<Rung, UUID> {
    /** Of these ladders, retired ones too, from the bottom. */
    List<Rung> of(Collection<UUID> ladders) {
        return find("ladderId in ?1", ladders).stream()
                .sorted(Rung.FROM_THE_BOTTOM)
                .toList();
    }
}
