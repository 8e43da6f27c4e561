package dev.kith.formulation;

import dev.kith.paging.ClientRevisions;
import jakarta.enterprise.context.ApplicationScoped;

/** Formulations of the practice's clients, every revision. */
@ApplicationScoped
class Formulations implements ClientRevisions<FormulationRevision> {}
