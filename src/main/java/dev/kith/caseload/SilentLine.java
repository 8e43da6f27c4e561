package dev.kith.caseload;

import static dev.kith.caseload.BriefView.values;

import dev.kith.caseload.BriefView.BriefLine;
import dev.kith.caseload.BriefView.BriefSource;
import dev.kith.signal.NotJudged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the rules of signals could not say, in one line: their silence is no all-clear. What the practice does without, it knows. */
@ApplicationScoped
class SilentLine {
    private static final int MOST_TITLES = 3;

    @Inject
    SignalNames names;

    /** None where everything was judged. */
    Stream<BriefLine> of(List<NotJudged> all, Telling telling) {
        var told = all.stream()
                .filter(one -> !one.reason().equals(NotJudged.RULE_OFF))
                .toList();
        if (told.isEmpty()) {
            return Stream.empty();
        }
        var because = new LinkedHashMap<String, Set<String>>();
        for (var one : told) {
            var titles = because.computeIfAbsent(one.reason(), reason -> new LinkedHashSet<>());
            names.title(one.questionnaire(), one.exercise(), telling.wanted()).ifPresent(titles::add);
        }
        var client = telling.client().id();
        return Stream.of(new BriefLine(
                "signals-not-judged",
                telling.say(
                        "brief.not-judged",
                        because.entrySet().stream()
                                .map(one -> part(one, telling))
                                .collect(Collectors.joining("; "))),
                values(
                        "rules",
                                told.stream()
                                        .map(one -> one.rule().code())
                                        .distinct()
                                        .toList(),
                        "reasons", List.copyOf(because.keySet())),
                new BriefSource("signal", client, "/v1/clients/" + client + "/signals")));
    }

    private static String part(Map.Entry<String, Set<String>> one, Telling telling) {
        var because = telling.say("brief.not-judged.because."
                + one.getKey().toLowerCase(Locale.ROOT).replace('_', '-'));
        var titles = one.getValue();
        return titles.isEmpty()
                ? because
                : telling.say(
                        "brief.signal.about",
                        because,
                        titles.stream().limit(MOST_TITLES).collect(Collectors.joining(", "))
                                + (titles.size() > MOST_TITLES ? ", …" : ""));
    }
}
