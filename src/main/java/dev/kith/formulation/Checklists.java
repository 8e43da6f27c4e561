package dev.kith.formulation;

import dev.kith.definition.ShippedFiles;
import dev.kith.problem.ProblemException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The checklists that ship with Kith, read and checked once, when the service starts. */
@ApplicationScoped
class Checklists {
    private static final ShippedFiles FILES = new ShippedFiles("/content/formulation/");

    private List<Checklist> versions = List.of();

    void load(@Observes @Priority(5) StartupEvent start) {
        versions = shipped();
    }

    /** All versions, the first first. */
    static List<Checklist> shipped() {
        return inOrder(FILES.index().stream()
                .map(name -> Checklist.readYaml(FILES.text(name)))
                .toList());
    }

    /**
     * The same versions, if they count from 1 and each keeps the tags of the one before, so that what somebody chose once can be chosen and read for ever.
     *
     * @throws IllegalArgumentException else
     */
    static List<Checklist> inOrder(List<Checklist> versions) {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("no checklist at all");
        }
        for (var i = 0; i < versions.size(); i++) {
            var one = versions.get(i);
            if (one.version() != i + 1) {
                throw new IllegalArgumentException("checklist " + one.version() + " is not the next after " + i);
            }
            for (var before : i == 0
                    ? List.<Checklist.TagDefinition>of()
                    : versions.get(i - 1).tags()) {
                if (one.find(before.code())
                        .filter(now -> now.kind() == before.kind())
                        .isEmpty()) {
                    throw new IllegalArgumentException(
                            "checklist " + one.version() + " no longer has the " + before.kind() + " " + before.code());
                }
            }
        }
        return List.copyOf(versions);
    }

    Checklist newest() {
        return versions.get(versions.size() - 1);
    }

    /**
     * One version.
     *
     * @param version null for the newest
     * @throws ProblemException 422 where there is none
     */
    Checklist require(@Nullable Integer version) {
        if (version == null) {
            return newest();
        }
        return find(version)
                .orElseThrow(() -> ProblemException.invalid(
                        "#version", "unknown-version", "No such version; left out, it is the newest."));
    }

    /** One version; the newest for one that a newer Kith beside this one wrote. */
    Checklist readable(int version) {
        return find(version).orElseGet(this::newest);
    }

    private Optional<Checklist> find(int version) {
        return versions.stream().filter(one -> one.version() == version).findFirst();
    }
}
