package dev.kith.content;

import dev.kith.definition.DefinitionSchema;

/** A kind over whose versions a practice may lay words of its own. */
public interface WordedKind extends VersionKind {
    /** The shape of such words. */
    DefinitionSchema wordings();
}
