package dev.kith.program;

import dev.kith.broadcast.Heard;
import dev.kith.content.StoredVersion;
import dev.kith.content.VersionCatalogue;
import dev.kith.content.VersionTable;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Published programs, from memory. */
@ApplicationScoped
class ProgramCatalogue extends VersionCatalogue<PublishedProgram> {
    void load(@Observes @Priority(5) StartupEvent start) {
        readLibrary();
    }

    void hear(@Observes Heard heard) {
        forget(heard);
    }

    @Override
    protected VersionTable table() {
        return VersionTable.PROGRAM;
    }

    @Override
    protected String topic() {
        return "programs";
    }

    @Override
    protected PublishedProgram ready(StoredVersion row, int since) {
        return PublishedProgram.of(row);
    }
}
