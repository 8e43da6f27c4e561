package dev.kith;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which room stands on which storey. Arrows point down; rooms of one storey do not know each other unless listed. */
final class Storeys extends ArchCondition<JavaClass> {
    private static final Set<String> PLATFORM = Set.of(
            "time",
            "json",
            "problem",
            "etag",
            "shape",
            "paging",
            "contract",
            "limits",
            "tenancy",
            "security",
            "idempotency",
            "outbox",
            "audit",
            "broadcast",
            "refusal",
            "jobs",
            "mail",
            "database",
            "start");
    static final Set<String> ENGINES = Set.of("scoring", "change", "recurrence", "chart", "escalation");
    private static final Map<String, Integer> ABOVE = Map.ofEntries(
            Map.entry("practice", 2),
            Map.entry("letterhead", 2),
            Map.entry("client", 2),
            Map.entry("identity", 2),
            Map.entry("definition", 2),
            Map.entry("questionnaire", 2),
            Map.entry("authoring", 2),
            Map.entry("content", 2),
            Map.entry("exercise", 2),
            Map.entry("sandbox", 2),
            Map.entry("pace", 2),
            Map.entry("words", 2),
            Map.entry("assignment", 3),
            Map.entry("safety", 4),
            Map.entry("response", 4),
            Map.entry("feedback", 4),
            Map.entry("log", 4),
            Map.entry("ladder", 4),
            Map.entry("goal", 4),
            Map.entry("formulation", 4),
            Map.entry("reminder", 4),
            Map.entry("calendar", 4),
            Map.entry("program", 4),
            Map.entry("alert", 5),
            Map.entry("progress", 5),
            Map.entry("episode", 5),
            Map.entry("signal", 5),
            Map.entry("caseload", 5),
            Map.entry("outcome", 5),
            Map.entry("trail", 5),
            Map.entry("manual", 6),
            Map.entry("report", 6),
            Map.entry("sync", 6),
            Map.entry("webhook", 6),
            Map.entry("demo", 6));
    /** Rooms of one storey that may know another; platform rooms may know each other, without cycles. */
    private static final Map<String, Set<String>> SIBLINGS = Map.ofEntries(
            Map.entry("chart", Set.of("change")),
            Map.entry("alert", Set.of("signal")),
            Map.entry("identity", Set.of("practice", "client")),
            Map.entry("client", Set.of("practice")),
            Map.entry("questionnaire", Set.of("definition")),
            Map.entry("authoring", Set.of("definition", "questionnaire", "content", "practice")),
            Map.entry("content", Set.of("definition", "practice")),
            Map.entry("exercise", Set.of("definition", "content", "practice")),
            Map.entry("sandbox", Set.of("practice")),
            Map.entry("response", Set.of("safety")),
            Map.entry("feedback", Set.of("response", "log")),
            Map.entry("ladder", Set.of("log")),
            Map.entry("pace", Set.of("client")),
            Map.entry("words", Set.of("definition")),
            Map.entry("progress", Set.of("signal")),
            Map.entry("signal", Set.of("episode")),
            Map.entry("caseload", Set.of("signal")),
            Map.entry("program", Set.of("response", "log")));

    Storeys() {
        super("look down only, from their storey");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var room = room(type.getPackageName());
        if (room == null) {
            return; // the root package starts it all and may know all
        }
        if (storey(room) < 0) {
            events.add(SimpleConditionEvent.violated(
                    type, type.getName() + " lives in a room without a storey: name '" + room + "' in Storeys"));
            return;
        }
        for (var arrow : type.getDirectDependenciesFromSelf()) {
            var other = room(arrow.getTargetClass().getPackageName());
            if (other != null && !other.equals(room) && !may(room, other)) {
                events.add(SimpleConditionEvent.violated(
                        type, room + " may not know " + other + ": " + arrow.getDescription()));
            }
        }
    }

    private static boolean may(String room, String other) {
        var from = storey(room);
        var to = storey(other);
        return from > to
                || (from == 0 && to == 0)
                || SIBLINGS.getOrDefault(room, Set.of()).contains(other);
    }

    private static int storey(String room) {
        if (PLATFORM.contains(room)) {
            return 0;
        }
        return ENGINES.contains(room) ? 1 : ABOVE.getOrDefault(room, -1);
    }

    private static @Nullable String room(String packageName) {
        if (!packageName.startsWith("dev.kith.")) {
            return null;
        }
        return packageName.split("\\.", -1)[2];
    }
}
