package dev.kith.caseload;

import static dev.kith.caseload.BriefView.values;

import dev.kith.caseload.AgreedFacts.Pursued;
import dev.kith.caseload.AgreedFacts.Saved;
import dev.kith.caseload.AgreedFacts.Seen;
import dev.kith.caseload.BriefView.BriefLine;
import dev.kith.caseload.BriefView.BriefSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is new of goals, and who changed the safety plan. */
final class AgreedLines {
    private AgreedLines() {}

    static List<BriefLine> goals(List<Pursued> goals, Telling telling) {
        var lines = new ArrayList<BriefLine>();
        for (var goal : goals) {
            if (goal.tellsOfTheGoal()) {
                var itself = itself(goal, telling);
                if (itself != null) {
                    lines.add(itself);
                }
            }
            var seen = goal.seen();
            if (seen != null) {
                lines.add(rated(goal, seen, telling));
            }
        }
        return lines;
    }

    private static @Nullable BriefLine itself(Pursued goal, Telling telling) {
        var source = BriefSource.of("goal", goal.id());
        var ended = goal.endedAt();
        if (ended != null) {
            return new BriefLine(
                    "goal-" + goal.state(),
                    telling.say(
                            goal.state().equals("achieved") ? "brief.goal.achieved" : "brief.goal.closed",
                            goal.title(),
                            telling.day(ended)),
                    values("at", ended),
                    source);
        }
        return goal.state().equals("proposed")
                ? new BriefLine(
                        "goal-proposed",
                        telling.say("brief.goal.proposed", goal.title(), telling.day(goal.madeAt())),
                        values("since", goal.madeAt()),
                        source)
                : null;
    }

    private static BriefLine rated(Pursued goal, Seen seen, Telling telling) {
        return new BriefLine(
                "goal-rated",
                telling.say(
                        goal.author().equals("client") ? "brief.goal.rated-by-client" : "brief.goal.rated-by-team",
                        goal.title(),
                        seen.level(),
                        telling.day(seen.at())),
                values("author", goal.author(), "level", seen.level(), "revision", seen.revision(), "at", seen.at()),
                BriefSource.of("goal", goal.id()));
    }

    /** One line a side. */
    static List<BriefLine> plans(List<Saved> saved, Telling telling) {
        var client = telling.client().id();
        return saved.stream()
                .map(one -> new BriefLine(
                        "safety-plan-changed",
                        telling.say(
                                one.author().equals("client") ? "brief.plan.by-client" : "brief.plan.by-team",
                                one.times(),
                                telling.day(one.at())),
                        values("author", one.author(), "times", one.times(), "revision", one.last(), "at", one.at()),
                        new BriefSource("safety-plan", client, "/v1/clients/" + client + "/safety-plan")))
                .toList();
    }
}
