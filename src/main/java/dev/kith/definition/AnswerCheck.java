package dev.kith.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether raw JSON answers fit a version: known items, right types, offered options, ranges, only what is asked, and for completing what is required of
 * it. A null is no answer. Faults come in the order of the answers, then of the items.
 */
public final class AnswerCheck {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}([.][0-9]{1,9})?");

    private final Definition definition;
    private final Map<String, ? extends @Nullable Object> answers;
    private final List<AnswerFault> faults = new ArrayList<>();
    private final Set<String> asked;

    private AnswerCheck(Definition definition, Map<String, ? extends @Nullable Object> answers) {
        this.definition = definition;
        this.answers = answers;
        var fitting = fitting();
        this.asked = new Enabling(definition, fitting).asked();
        fitting.keySet().stream()
                .filter(linkId -> !asked.contains(linkId))
                .forEach(linkId -> faults.add(AnswerFault.notEnabled(linkId)));
    }

    /** What is wrong with answers on the way: what is missing may still come. */
    public static List<AnswerFault> faultsOfDraft(
            Definition definition, Map<String, ? extends @Nullable Object> answers) {
        return new AnswerCheck(definition, answers).faults;
    }

    /** What stands against completing with these answers. Completing with none at all is a fault too. */
    public static List<AnswerFault> faultsOfComplete(
            Definition definition, Map<String, ? extends @Nullable Object> answers) {
        var check = new AnswerCheck(definition, answers);
        check.nothing();
        definition.items().stream()
                .filter(item -> item.required() && check.asked.contains(item.linkId()))
                .filter(item -> isNone(answers.get(item.linkId())))
                .forEach(item -> check.faults.add(AnswerFault.missingRequired(item.linkId())));
        return check.faults;
    }

    /** What stands against taking over answers from elsewhere: they may lack some, not all. */
    public static List<AnswerFault> faultsOfBrought(
            Definition definition, Map<String, ? extends @Nullable Object> answers) {
        var check = new AnswerCheck(definition, answers);
        check.nothing();
        return check.faults;
    }

    /** Those of the answers that fit their items, whatever is wrong with the others; a number that was sent as a text is one. */
    public static Answers fitting(Definition definition, Map<String, ? extends @Nullable Object> answers) {
        var numbers = new LinkedHashMap<String, @Nullable Object>(answers);
        numbers.replaceAll((linkId, said) ->
                said instanceof String text && NUMBER.matcher(text).matches() ? new BigDecimal(text) : said);
        var fitting = new LinkedHashMap<String, Object>(new AnswerCheck(definition, numbers).fitting());
        fitting.putAll(new AnswerCheck(definition, answers).fitting()); // as it was sent, where that fits
        return Answers.of(definition, fitting);
    }

    /** What fits its item, plain; the rest is told and then looked at no more. */
    private Map<String, Object> fitting() {
        var items = new HashMap<String, Item>();
        definition.items().forEach(item -> items.put(item.linkId(), item));
        var fitting = new LinkedHashMap<String, Object>();
        answers.forEach((linkId, said) -> {
            var item = items.get(linkId);
            if (item == null) {
                faults.add(AnswerFault.unknownLinkId(linkId));
            } else if (said != null) {
                var answer = Answers.plain(said);
                var fault = AnswerShape.fault(definition, item, answer);
                if (fault != null) {
                    faults.add(fault);
                } else if (!isNone(answer)) {
                    fitting.put(linkId, answer);
                }
            }
        });
        return fitting;
    }

    private void nothing() {
        if (answers.values().stream().allMatch(AnswerCheck::isNone)) {
            faults.add(AnswerFault.nothingAnswered());
        }
    }

    /** An emptied field says no more than one that was never touched. */
    static boolean isNone(@Nullable Object said) {
        return said == null
                || said instanceof List<?> list && list.isEmpty()
                || said instanceof String text && text.isBlank();
    }
}
