package dev.kith.response;

import dev.kith.assignment.AssignedTask;
import dev.kith.questionnaire.Published;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Which version a task is answered on, by the policy of its assignment. */
@ApplicationScoped
class Versions {
    @Inject
    QuestionnaireCatalogue questionnaires;

    Published toAnswer(AssignedTask task) {
        var assigned = questionnaires.require(
                task.work().owner(), task.work().key(), task.work().version());
        return task.latestComparable() ? questionnaires.newestComparable(assigned) : assigned;
    }
}
