package dev.kith.response;

import dev.kith.assignment.Gates;
import dev.kith.definition.Answers;
import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.exercise.ExerciseDefinition.Gate;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Collection;
import java.util.TreeMap;

/** Tells gates of exercises what a client answered to the questions that they ask, and when: an old answer that is brought over does not outweigh a new one. */
@ApplicationScoped
class GateAnswers {
    @Inject
    ExerciseCatalogue exercises;

    @Inject
    Gates gates;

    /** In the transaction of the answer; what was left out says nothing. */
    void tell(Caller caller, Response response, Answers answers) throws SQLException {
        if (!response.author.equals(Author.CLIENT.code())) {
            return;
        }
        var told = new TreeMap<String, Boolean>();
        for (var exercise : exercises.current()) {
            for (var gate : exercise.definition().gates()) {
                var answer = gate.item() == null || !response.questionnaireKey.equals(gate.questionnaire())
                        ? null
                        : answers.values().get(gate.item());
                if (answer != null) {
                    told.merge(
                            gate.code(),
                            opens(gate, answer),
                            Boolean::logicalAnd); // where they differ, the careful one
                }
            }
        }
        if (!told.isEmpty()) {
            gates.answered(caller, response.clientId, told, response.id, response.authoredAt);
        }
    }

    private static boolean opens(Gate gate, Object answer) {
        return gate.opensOn().stream().anyMatch(wanted -> same(wanted, answer));
    }

    private static boolean same(Object wanted, Object answer) {
        if (answer instanceof Collection<?> many) {
            return many.stream().anyMatch(one -> one != null && same(wanted, one));
        }
        return wanted instanceof BigDecimal number
                ? answer instanceof Number given && number.compareTo(new BigDecimal(given.toString())) == 0
                : wanted.equals(answer);
    }
}
