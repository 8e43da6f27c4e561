package dev.kith.caseload;

import static dev.kith.caseload.BriefView.values;

import dev.kith.caseload.BriefView.BriefLine;
import dev.kith.caseload.BriefView.BriefSource;
import dev.kith.ladder.LadderStanding;
import dev.kith.ladder.LadderStanding.Tries;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What was put off on ladders: rungs that are held or gone back from, rungs that nobody tried, asks that were not done. No ask is quoted. */
final class AvoidedLines {
    private static final Set<String> STAYING = Set.of("hold", "step-back");

    private AvoidedLines() {}

    static List<BriefLine> of(List<LadderStanding> ladders, Telling telling) {
        return ladders.stream()
                .flatMap(ladder -> lines(ladder, telling).stream())
                .toList();
    }

    private static List<BriefLine> lines(LadderStanding ladder, Telling telling) {
        var lines = new ArrayList<BriefLine>();
        var source = BriefSource.of("ladder", ladder.id());
        if (STAYING.contains(ladder.decision())) {
            lines.add(new BriefLine(
                    "rung-held",
                    telling.say("brief.avoided.rung-held", ladder.rung(), ladder.rungs(), ladder.text()),
                    values(
                            "rung", ladder.rung(),
                            "rungs", ladder.rungs(),
                            "decision", ladder.decision(),
                            "because", ladder.because(),
                            "rule", ladder.rule(),
                            "ruleVersion", ladder.ruleVersion()),
                    source));
        }
        var news = ladder.tries().stream()
                .filter(one -> telling.isNew(one.at(), one.heardAt()))
                .toList();
        if (news.isEmpty() && !ladder.decision().equals("complete")) {
            lines.add(new BriefLine(
                    "rung-not-tried",
                    telling.say("brief.avoided.rung-not-tried", ladder.rung(), ladder.rungs(), ladder.predicted()),
                    values("rung", ladder.rung(), "rungs", ladder.rungs(), "predicted", ladder.predicted()),
                    source));
        }
        news.stream()
                .filter(Tries::notDone)
                .forEach(one -> lines.add(new BriefLine(
                        "ask-not-done",
                        one.rung() == 0
                                ? telling.say("brief.avoided.ask-not-done", telling.day(one.at()))
                                : telling.say("brief.avoided.ask-not-done-on-rung", one.rung(), telling.day(one.at())),
                        values("rung", one.rung() == 0 ? null : one.rung(), "at", one.at()),
                        source)));
        return lines;
    }
}
