package dev.kith.exercise;

import dev.kith.broadcast.Heard;
import dev.kith.content.StoredVersion;
import dev.kith.content.StoredWords;
import dev.kith.content.VersionCatalogue;
import dev.kith.content.VersionTable;
import dev.kith.practice.PracticeDirectory;
import dev.kith.practice.PracticeRecord;
import dev.kith.problem.ProblemException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** Published exercises and reading cards, from memory. */
@ApplicationScoped
public class ExerciseCatalogue extends VersionCatalogue<PublishedExercise> {
    /** What {@link dev.kith.broadcast.Broadcast} is told when a practice's published exercises changed. */
    public static final String TOPIC = "exercises";

    @Inject
    PracticeDirectory practice;

    void load(@Observes @Priority(5) StartupEvent start) {
        readLibrary();
    }

    void hear(@Observes Heard heard) {
        forget(heard);
    }

    /** The newest published version whose logs compare with those of this one, or this one: what changed is words. */
    public PublishedExercise newestComparable(PublishedExercise assigned) {
        return versionsOf(assigned.owner(), assigned.key()).stream()
                .filter(one -> !one.retired())
                .filter(one -> one.version() >= assigned.version() && one.comparesWith(assigned))
                .findFirst()
                .orElse(assigned);
    }

    /** Lets an exercise pass that the practice gives to its clients; else 409 with the reason. */
    public void requireGivable(PublishedExercise exercise) {
        requireGivable(exercise, practice.current());
    }

    /** The same for whoever has the practice's record already. */
    public static void requireGivable(PublishedExercise exercise, PracticeRecord own) {
        if (own.switchedOff().contains(exercise.key())) {
            throw ProblemException.conflict("switched-off", "The practice has switched this exercise off.");
        }
    }

    @Override
    protected VersionTable table() {
        return VersionTable.EXERCISE;
    }

    @Override
    protected String topic() {
        return TOPIC;
    }

    @Override
    protected PublishedExercise ready(StoredVersion row, int since) {
        return PublishedExercise.of(row, since);
    }

    @Override
    protected PublishedExercise worded(PublishedExercise written, List<StoredWords> laid) {
        return written.with(laid);
    }
}
