package dev.kith.assignment;

import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Tasks, for other rooms. Whose they are, is for them to know: they ask for what they found by its client. */
@ApplicationScoped
public class TaskDirectory {
    @Inject
    ToDo toDo;

    @Inject
    TaskListing listing;

    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    ExerciseCatalogue exercises;

    /** A version that is rendered to do what is asked. */
    @Schema(description = "A version that the client's tasks ask for.")
    public record NeededDefinition(
            @Schema(description = "questionnaire or exercise.", examples = "questionnaire")
            String kind,

            @Schema(examples = "phq-9") String key,

            @Schema(description = "Read it at /versions/{n}; it never changes.")
            int version) {}

    /** In the order of opening, as the caller sees them. */
    public List<TaskView> views(Caller caller, UUID client, Collection<UUID> ids, @Nullable String languages) {
        return ids.isEmpty()
                ? List.of()
                : toDo.these(ids).stream()
                        .map(listing.viewed(caller, client, languages))
                        .toList();
    }

    /** What an app must have to do all that is open or will open, for paused work too. */
    public List<NeededDefinition> neededBy(UUID client) {
        return toDo.asked(client).stream()
                .map(this::needed)
                .distinct()
                .sorted(Comparator.comparing(NeededDefinition::kind)
                        .thenComparing(NeededDefinition::key)
                        .thenComparing(NeededDefinition::version))
                .toList();
    }

    private NeededDefinition needed(ToDo.Asked asked) {
        var comparable = VersionPolicy.of(asked.versionPolicy()) == VersionPolicy.LATEST_COMPARABLE;
        if (asked.exerciseKey() != null) {
            var exercise = exercises.require(asked.workPracticeId(), asked.exerciseKey(), asked.workVersion());
            var version = comparable ? exercises.newestComparable(exercise).version() : exercise.version();
            return new NeededDefinition("exercise", asked.exerciseKey(), version);
        }
        var key = String.valueOf(asked.questionnaireKey());
        var questionnaire = questionnaires.require(asked.workPracticeId(), key, asked.workVersion());
        var version =
                comparable ? questionnaires.newestComparable(questionnaire).version() : questionnaire.version();
        return new NeededDefinition("questionnaire", key, version);
    }
}
