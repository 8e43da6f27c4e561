package dev.kith.formulation;

import dev.kith.paging.ClientRevisions;
import jakarta.enterprise.context.ApplicationScoped;

/** What the practice's clients say of their origins, every revision. */
@ApplicationScoped
class OriginsBook implements ClientRevisions<OriginsRevision> {}
