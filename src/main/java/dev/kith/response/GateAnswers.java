package dev.kith.response;

import dev.kith.assignment.Gates;
import dev.kith.assignment.Gates.Said;
import dev.kith.definition.Answers;
import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.exercise.ExerciseDefinition.Gate;
import dev.kith.exercise.PublishedExercise;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells gates of exercises what a client answered to the questions that they ask, and when: an old answer that is brought over does not outweigh a new one. */
@ApplicationScoped
class GateAnswers {
    @Inject
    ExerciseCatalogue exercises;

    @Inject
    Gates gates;

    /** @param before what an amendment takes the place of; null when nothing was amended */
    private record Given(String questionnaire, @Nullable Answers before, Answers now) {
        /** Null where the gate asks something else, or what was left out: that says nothing. An answer that is taken back opens nothing any more. */
        @Nullable
        Said about(Gate gate) {
            if (gate.item() == null || !questionnaire.equals(gate.questionnaire())) {
                return null;
            }
            var answer = now.values().get(gate.item());
            var earlier = before == null ? null : before.values().get(gate.item());
            if (answer == null) {
                return earlier != null && opens(gate, earlier) ? new Said(false, true) : null;
            }
            return new Said(opens(gate, answer), before != null && !answer.equals(earlier));
        }

        Stream<Gate> asking(PublishedExercise exercise) {
            return exercise.definition().gates().stream().filter(gate -> about(gate) != null);
        }
    }

    /**
     * In the transaction of the answer.
     *
     * @param before the answers so far, when they are amended
     */
    void tell(Caller caller, Response response, @Nullable Answers before, Answers answers) throws SQLException {
        if (!response.author.equals(Author.CLIENT.code())) {
            return;
        }
        var given = new Given(response.questionnaireKey, before, answers);
        var told = new TreeMap<String, Said>();
        for (var gate : asking(response.clientId, given)) {
            var said = given.about(gate);
            if (said != null && (response.besideId == null || !said.opens())) { // what stands says otherwise
                told.merge(gate.code(), said, Said::and);
            }
        }
        if (!told.isEmpty()) {
            gates.answered(caller, response.clientId, told, response.id, response.authoredAt);
        }
    }

    /**
     * Of what can be given now; and where an older version asked something else, or nothing newer asks, of what this client was given and has not ended. All
     * versions are in memory, so that most answers ask the database nothing.
     */
    private List<Gate> asking(UUID client, Given given) {
        var current = exercises.current().stream().flatMap(given::asking).toList();
        var isAll = exercises.all().stream()
                .flatMap(given::asking)
                .allMatch(gate -> current.stream().anyMatch(gate::asksAs));
        if (isAll) {
            return current;
        }
        var asking = new ArrayList<>(current);
        gates.given(client).stream().flatMap(given::asking).forEach(asking::add);
        return asking;
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
