package dev.kith.progress;

import dev.kith.problem.Problem;
import dev.kith.problem.ProblemException;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Keys of questionnaires as a call names them, and what makes no sense of them, each at its place. */
final class NamedKeys {
    private final QuestionnaireCatalogue questionnaires;
    private final List<Problem.Fault> faults = new ArrayList<>();

    NamedKeys(QuestionnaireCatalogue questionnaires) {
        this.questionnaires = questionnaires;
    }

    /** Whether that holds of a key; else the code and words of the fault. */
    record Rule(Predicate<String> holds, String code, String detail) {}

    /** @param rules in order; of each key the first that does not hold is told */
    TreeSet<String> read(String list, List<String> keys, Rule... rules) {
        return read(list, "", keys, rules);
    }

    /** @param member where in an item the key stands */
    TreeSet<String> read(String list, String member, List<String> keys, Rule... rules) {
        var read = new TreeSet<String>();
        for (var i = 0; i < keys.size(); i++) {
            var key = keys.get(i);
            var at = "/" + list + "/" + i + member;
            if (questionnaires.versionsOf(key).isEmpty()) {
                refuse(at, "unknown-questionnaire", "No questionnaire of this key.");
            } else if (!read.add(key)) {
                refuse(at, "twice", "Name each questionnaire once.");
            } else {
                for (var rule : rules) {
                    if (!rule.holds().test(key)) {
                        refuse(at, rule.code(), rule.detail());
                        break;
                    }
                }
            }
        }
        return read;
    }

    void refuse(String pointer, String code, String detail) {
        faults.add(new Problem.Fault(pointer, code, detail));
    }

    /** @throws ProblemException 422 with each place */
    void requireSense() {
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }
}
