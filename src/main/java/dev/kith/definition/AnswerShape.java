package dev.kith.definition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether one answer fits its item, whoever asks and whether or not it is asked. */
final class AnswerShape {

    static final int DEFAULT_MAX_LENGTH = 4000;

    private AnswerShape() {}

    /** Null when it fits. The answer is plain: numbers are BigDecimal. */
    static @Nullable AnswerFault fault(Definition definition, Item item, Object answer) {
        var linkId = item.linkId();
        return switch (item.type()) {
            case GROUP, DISPLAY -> AnswerFault.notAnswerable(linkId);
            case CHOICE -> choice(definition.options(item), linkId, answer);
            case OPEN_CHOICE ->
                answer instanceof Map<?, ?> own ? other(item, own) : choice(definition.options(item), linkId, answer);
            case MULTIPLE_CHOICE -> choices(item, definition.options(item), answer);
            case INTEGER ->
                answer instanceof BigDecimal number && isWhole(number)
                        ? range(item, number)
                        : AnswerFault.wrongType(linkId, "a whole number");
            case DECIMAL, SLIDER ->
                answer instanceof BigDecimal number ? range(item, number) : AnswerFault.wrongType(linkId, "a number");
            case TEXT ->
                answer instanceof String text
                        ? text.isBlank() ? null : length(item, text)
                        : AnswerFault.wrongType(linkId, "a text");
            case BOOLEAN -> answer instanceof Boolean ? null : AnswerFault.wrongType(linkId, "true or false");
            case DATE -> isDate(answer) ? null : AnswerFault.wrongType(linkId, "a date as YYYY-MM-DD");
            case TIME -> isTime(answer) ? null : AnswerFault.wrongType(linkId, "a time as HH:MM or HH:MM:SS");
        };
    }

    private static @Nullable AnswerFault choice(List<Option> options, String linkId, Object answer) {
        if (options.stream().noneMatch(option -> option.value().getClass() == answer.getClass())) {
            return AnswerFault.wrongType(
                    linkId, options.isEmpty() || options.get(0).value() instanceof String ? "a code" : "a number");
        }
        return options.stream().anyMatch(option -> option.isSaidBy(answer))
                ? null
                : AnswerFault.optionNotOffered(linkId);
    }

    private static @Nullable AnswerFault other(Item item, Map<?, ?> own) {
        return own.size() == 1 && own.get(Answers.OTHER) instanceof String text
                ? text.isBlank() ? AnswerFault.tooShort(item.linkId(), 1) : length(item, text)
                : AnswerFault.wrongType(item.linkId(), "an option, or {\"other\": \"...\"}");
    }

    private static @Nullable AnswerFault choices(Item item, List<Option> options, Object answer) {
        if (!(answer instanceof List<?> list)) {
            return AnswerFault.wrongType(item.linkId(), "an array of options");
        }
        var once = list.stream().distinct().count() == list.size();
        var offered = list.size() <= options.size()
                && list.stream().allMatch(each -> options.stream().anyMatch(option -> option.isSaidBy(each)));
        if (!once || !offered) {
            return AnswerFault.optionNotOffered(item.linkId());
        }
        var few = item.minChosen() != null && !list.isEmpty() && list.size() < item.minChosen();
        var many = item.maxChosen() != null && list.size() > item.maxChosen();
        return few || many ? AnswerFault.wrongCount(item) : null;
    }

    private static @Nullable AnswerFault range(Item item, BigDecimal number) {
        var low = item.min() != null && number.compareTo(item.min()) < 0;
        var high = item.max() != null && number.compareTo(item.max()) > 0;
        if (low || high) {
            return AnswerFault.outOfRange(item);
        }
        if (!Numbers.fits(number)) {
            return AnswerFault.tooPrecise(item.linkId());
        }
        var from = item.min() == null ? BigDecimal.ZERO : item.min();
        return item.step() == null
                        || number.subtract(from).remainder(item.step()).signum() == 0
                ? null
                : AnswerFault.offStep(item.linkId(), from, item.step());
    }

    private static @Nullable AnswerFault length(Item item, String text) {
        int most = Objects.requireNonNullElse(item.maxLength(), DEFAULT_MAX_LENGTH);
        int least = Objects.requireNonNullElse(item.minLength(), 0);
        if (text.length() > most) {
            return AnswerFault.tooLong(item.linkId(), most);
        }
        return text.length() < least ? AnswerFault.tooShort(item.linkId(), least) : null;
    }

    /** 2 is whole; 2.0 is written as something else. */
    private static boolean isWhole(BigDecimal number) {
        return number.scale() <= 0;
    }

    static boolean isDate(Object answer) {
        try {
            return answer instanceof String text
                    && text.length() == "YYYY-MM-DD".length()
                    && LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException noDate) {
            return false;
        }
    }

    static boolean isTime(Object answer) {
        try {
            return answer instanceof String text
                    && (text.length() == "HH:MM".length() || text.length() == "HH:MM:SS".length())
                    && LocalTime.parse(text) != null;
        } catch (DateTimeException noTime) {
            return false;
        }
    }
}
