package dev.kith.definition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether raw JSON answers fit a version: known items, right types, offered options, ranges, and for completing the required ones. A null is no answer.
 * Faults come in the order of the answers, then of the items.
 */
public final class AnswerCheck {

    private static final int DEFAULT_MAX_LENGTH = 4000;

    private AnswerCheck() {}

    /** What is wrong with answers on the way: what is missing may still come. */
    public static List<AnswerFault> faultsOfDraft(
            Definition definition, Map<String, ? extends @Nullable Object> answers) {
        var faults = new ArrayList<AnswerFault>();
        answers.forEach((linkId, said) -> {
            var item = definition.item(linkId);
            if (item == null) {
                faults.add(AnswerFault.unknownLinkId(linkId));
            } else if (said != null) {
                var fault = fault(definition, item, Answers.plain(said));
                if (fault != null) {
                    faults.add(fault);
                }
            }
        });
        return faults;
    }

    /** What stands against completing with these answers. Completing with none at all is a fault too. */
    public static List<AnswerFault> faultsOfComplete(
            Definition definition, Map<String, ? extends @Nullable Object> answers) {
        var faults = new ArrayList<>(faultsOfDraft(definition, answers));
        if (answers.values().stream().noneMatch(Objects::nonNull)) {
            faults.add(new AnswerFault("", "missing-required", "nothing was answered", false));
        }
        definition.items().stream()
                .filter(Item::required)
                .filter(item -> isNone(answers.get(item.linkId())))
                .forEach(item -> faults.add(AnswerFault.missingRequired(item.linkId())));
        return faults;
    }

    /** What stands against taking over answers from elsewhere: they may lack some, not all. */
    public static List<AnswerFault> faultsOfBrought(
            Definition definition, Map<String, ? extends @Nullable Object> answers) {
        var faults = new ArrayList<>(faultsOfDraft(definition, answers));
        if (answers.values().stream().allMatch(AnswerCheck::isNone)) {
            faults.add(new AnswerFault("", "missing-required", "nothing was answered", false));
        }
        return faults;
    }

    private static boolean isNone(@Nullable Object said) {
        return said == null || said instanceof List<?> list && list.isEmpty();
    }

    private static @Nullable AnswerFault fault(Definition definition, Item item, Object answer) {
        var linkId = item.linkId();
        return switch (item.type()) {
            case CHOICE -> choice(definition.options(item), linkId, answer);
            case MULTIPLE_CHOICE -> choices(definition.options(item), linkId, answer);
            case INTEGER ->
                answer instanceof BigDecimal number && number.scale() <= 0
                        ? range(item, number)
                        : AnswerFault.wrongType(linkId, "a whole number");
            case DECIMAL ->
                answer instanceof BigDecimal number ? range(item, number) : AnswerFault.wrongType(linkId, "a number");
            case TEXT -> answer instanceof String text ? length(item, text) : AnswerFault.wrongType(linkId, "a text");
            case BOOLEAN -> answer instanceof Boolean ? null : AnswerFault.wrongType(linkId, "true or false");
            case DATE -> isDate(answer) ? null : AnswerFault.wrongType(linkId, "a date as YYYY-MM-DD");
        };
    }

    private static @Nullable AnswerFault choice(List<Option> options, String linkId, Object answer) {
        if (options.stream().noneMatch(option -> option.value().getClass() == answer.getClass())) {
            return AnswerFault.wrongType(linkId, options.get(0).value() instanceof String ? "a code" : "a number");
        }
        return options.stream().anyMatch(option -> option.isSaidBy(answer))
                ? null
                : AnswerFault.optionNotOffered(linkId);
    }

    private static @Nullable AnswerFault choices(List<Option> options, String linkId, Object answer) {
        if (!(answer instanceof List<?> list)) {
            return AnswerFault.wrongType(linkId, "an array of options");
        }
        var once = list.stream().distinct().count() == list.size();
        var offered = list.stream().allMatch(each -> options.stream().anyMatch(option -> option.isSaidBy(each)));
        return once && offered ? null : AnswerFault.optionNotOffered(linkId);
    }

    private static @Nullable AnswerFault range(Item item, BigDecimal number) {
        var low = item.min() != null && number.compareTo(item.min()) < 0;
        var high = item.max() != null && number.compareTo(item.max()) > 0;
        return low || high
                ? AnswerFault.outOfRange(item.linkId(), "must be from " + item.min() + " to " + item.max())
                : null;
    }

    private static @Nullable AnswerFault length(Item item, String text) {
        int most = Objects.requireNonNullElse(item.maxLength(), DEFAULT_MAX_LENGTH);
        return text.length() > most
                ? AnswerFault.outOfRange(item.linkId(), "must be at most " + most + " characters")
                : null;
    }

    private static boolean isDate(Object answer) {
        try {
            return answer instanceof String text && LocalDate.parse(text).getYear() < 10_000;
        } catch (DateTimeException noDate) {
            return false;
        }
    }
}
