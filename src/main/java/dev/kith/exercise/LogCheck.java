package dev.kith.exercise;

import dev.kith.definition.Pointers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a log may say: each value against its field. Whoever wrote it may mean harm: the work is bounded by the definition, not by what was sent. Null, empty
 * lists and words without a letter say nothing, and are left out.
 */
public final class LogCheck {
    private static final int MOST_TOLD = 50;

    private final ExerciseDefinition definition;
    private final List<LogFault> faults = new ArrayList<>();

    private LogCheck(ExerciseDefinition definition) {
        this.definition = definition;
    }

    /**
     * What came of it.
     *
     * @param values in one spelling: two logs that say the same are equal; without what is at fault
     * @param faults empty when it may be kept; the first fifty
     */
    public record Checked(LogValues values, List<LogFault> faults) {}

    /** A log that is still being written: what is there must be right. */
    public static Checked ofDraft(ExerciseDefinition definition, LogValues sent) {
        return new LogCheck(definition).check(sent, false);
    }

    /** A log that is complete: what is required must be there too. */
    public static Checked ofComplete(ExerciseDefinition definition, LogValues sent) {
        return new LogCheck(definition).check(sent, true);
    }

    private Checked check(LogValues sent, boolean complete) {
        return new Checked(
                new LogValues(
                        part(LogPart.BEFORE, sent, complete),
                        part(LogPart.DURING, sent, complete),
                        part(LogPart.AFTER, sent, complete)),
                List.copyOf(faults));
    }

    private Map<String, @Nullable Object> part(LogPart part, LogValues sent, boolean complete) {
        var said = sent.in(part);
        var values = new LinkedHashMap<String, @Nullable Object>();
        var known = 0;
        for (var field : definition.fields(part)) {
            var pointer = Pointers.to(part.code(), field.code());
            known += said.containsKey(field.code()) ? 1 : 0;
            var value = said.get(field.code());
            var before = faults.size();
            var taken = value == null ? null : new ValueCheck(field, pointer, this::add).take(value);
            if (taken != null) {
                values.put(field.code(), taken);
            } else if (complete && field.required() && faults.size() == before) {
                add(pointer, "missing-required", "must be said to complete", false);
            }
        }
        if (known < said.size()) {
            unknown(part, said);
        }
        return values;
    }

    private void unknown(LogPart part, Map<String, @Nullable Object> said) {
        for (var name : said.keySet()) {
            if (faults.size() >= MOST_TOLD) {
                return;
            }
            if (definition.fields(part).stream().noneMatch(field -> field.code().equals(name))) {
                add(pointerOf(part, name), "unknown-field", "is not logged in this version", false);
            }
        }
    }

    /** What is too long to be a name is told of the part. */
    private static String pointerOf(LogPart part, String name) {
        return name.length() > 64 ? Pointers.to(part.code()) : Pointers.to(part.code(), name);
    }

    private void add(String pointer, String code, String detail, boolean malformed) {
        if (faults.size() < MOST_TOLD) {
            faults.add(new LogFault(pointer, code, detail, malformed));
        }
    }
}
