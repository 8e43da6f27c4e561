package dev.kith.questionnaire;

import dev.kith.definition.Definition;
import dev.kith.definition.Definitions;
import dev.kith.questionnaire.Published.State;
import dev.kith.questionnaire.StoredVersions.Stored;

/** What a list needs of a version: its words, which a draft has before it can be scored. */
record Listed(Definition definition, State state) {
    static Listed of(Published published) {
        return new Listed(published.definition(), published.state());
    }

    static Listed of(Stored row) {
        return new Listed(Definitions.readJson(row.json()).definition(), row.state());
    }
}
