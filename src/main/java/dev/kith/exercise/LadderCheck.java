package dev.kith.exercise;

import dev.kith.definition.Faults;
import dev.kith.definition.Pointers;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** What the logs of an exercise on a ladder must be able to tell of a try: by these places, in these units. */
final class LadderCheck {
    private static final Set<FieldType> DISTRESS = Set.of(FieldType.RATING);
    /** What may be missing, but means this where it is there. */
    private static final Map<String, Set<FieldType>> READ = Map.of(
            "before.rung",
            Set.of(FieldType.COUNT, FieldType.RATING),
            "before.suds",
            DISTRESS,
            "before.expectation",
            Set.of(FieldType.BELIEF),
            "after.suds-peak",
            DISTRESS,
            "after.suds",
            DISTRESS,
            "after.outcome",
            Set.of(FieldType.OUTCOME));

    private LadderCheck() {}

    static void of(ExerciseDefinition definition, Faults faults) {
        if (!definition.ladder()) {
            return;
        }
        faults.unless(
                definition
                        .outcome()
                        .filter(field ->
                                field.required() && field.options().stream().anyMatch(LogField.LogOption::attempt))
                        .isPresent(),
                "/ladder",
                "ladder-without-attempts",
                "a ladder needs a required outcome after it with an option that is an attempt");
        for (var part : LogPart.values()) {
            for (var i = 0; i < definition.fields(part).size(); i++) {
                field(part, definition.fields(part).get(i), Pointers.to(part.code(), i), faults);
            }
        }
    }

    private static void field(LogPart part, LogField field, String at, Faults faults) {
        faults.unless(
                field.type() != FieldType.OUTCOME || field.code().equals("outcome"),
                at + "/code",
                "ladder-reads-otherwise",
                "a ladder reads what came of it at after.outcome");
        var types = READ.get(part.place(field.code()));
        if (types == null) {
            return;
        }
        faults.unless(
                types.contains(field.type()),
                at + "/type",
                "ladder-reads-otherwise",
                "a ladder reads here: "
                        + String.join(
                                " or ",
                                types.stream().map(FieldType::code).sorted().toList()));
        if (types.equals(DISTRESS) && field.type() == FieldType.RATING) {
            faults.unless(field.least().signum() >= 0, at + "/min", "out-of-range", "distress is from 0 to 10");
            faults.unless(
                    field.most().compareTo(BigDecimal.TEN) <= 0,
                    at + "/max",
                    "out-of-range",
                    "distress is from 0 to 10");
        }
    }
}
