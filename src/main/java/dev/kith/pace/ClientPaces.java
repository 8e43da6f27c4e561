package dev.kith.pace;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Paces that somebody has set. */
@ApplicationScoped
class ClientPaces implements PanacheRepositoryBase<ClientPace, UUID> {}
