package dev.kith.caseload;

import static dev.kith.caseload.BriefView.values;

import dev.kith.caseload.BriefView.BriefLine;
import dev.kith.caseload.BriefView.BriefSource;
import dev.kith.formulation.FormulationDirectory.FormulationStanding;
import dev.kith.formulation.FormulationDirectory.Prompt;
import java.util.List;

/** That a client said something new of their origins, and what of the formulation may be talked about. No word of anybody's own. */
final class FormulationLines {
    private static final String RULE = "discuss-formulation-tag";
    private static final int RULE_VERSION = 1;
    /** A session has room for no more. */
    private static final int MOST_PROMPTS = 2;

    private FormulationLines() {}

    static List<BriefLine> news(FormulationStanding standing, Telling telling) {
        var at = standing.originsAt();
        return at == null || at.isBefore(telling.since())
                ? List.of()
                : List.of(new BriefLine(
                        "origins-changed",
                        telling.say("brief.formulation.origins-changed", telling.day(at)),
                        values("revision", standing.originsRevision(), "at", at),
                        source(telling)));
    }

    /** Of the tags that come first: who is safe now, then in the care team's order. */
    static List<BriefLine> questions(FormulationStanding standing, Telling telling) {
        return standing.prompts().stream()
                .limit(MOST_PROMPTS)
                .map(prompt -> question(prompt, telling))
                .toList();
    }

    private static BriefLine question(Prompt prompt, Telling telling) {
        var source = source(telling);
        return new BriefLine(
                RULE,
                telling.say(
                        prompt.byClient() ? "brief.formulation.prompt-by-client" : "brief.formulation.prompt-by-team",
                        prompt.title(),
                        prompt.prompt()),
                values(
                        "rule",
                        RULE,
                        "ruleVersion",
                        RULE_VERSION,
                        "tag",
                        prompt.tag(),
                        "chosenBy",
                        prompt.byClient() ? "client" : "care-team",
                        "evidence",
                        List.of(source)),
                source);
    }

    private static BriefSource source(Telling telling) {
        var client = telling.client().id();
        return new BriefSource("formulation", client, "/v1/clients/" + client + "/formulation");
    }
}
