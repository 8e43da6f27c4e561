package dev.kith.caseload;

import static dev.kith.caseload.BriefView.values;

import dev.kith.caseload.BriefFacts.Unread;
import dev.kith.caseload.BriefFacts.Waiting;
import dev.kith.caseload.BriefView.BriefLine;
import dev.kith.caseload.BriefView.BriefSource;
import dev.kith.program.RunningEnrollment;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.signal.SignalDirectory.Heard;
import dev.kith.signal.SignalDirectory.KnownSignal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What waits for somebody: messages, what the client asks for, alerts, signals, and where programs stand. */
@ApplicationScoped
class WaitingLines {
    @Inject
    SignalNames names;

    @Inject
    SilentLine silent;

    @Inject
    QuestionnaireCatalogue questionnaires;

    List<BriefLine> feedback(List<Unread> unread, Telling telling) {
        return unread.stream()
                .filter(Unread::isMessage)
                .map(one -> new BriefLine(
                        "feedback-unread",
                        telling.say("brief.feedback.unread", one.count(), telling.day(one.since())),
                        values("count", one.count(), "since", one.since(), "about", one.kind()),
                        new BriefSource(
                                "feedback",
                                one.about(),
                                BriefSource.of(one.kind(), one.about()).href() + "/feedback")))
                .toList();
    }

    /** One line, whatever the number of questionnaires. */
    List<BriefLine> asked(List<Unread> unread, Telling telling) {
        return unread.stream()
                .filter(one -> !one.isMessage())
                .map(one -> new BriefLine(
                        "scores-asked",
                        telling.say(
                                "brief.asked.scores",
                                one.asked().stream()
                                        .map(key -> title(key, telling))
                                        .toList(),
                                telling.day(one.since())),
                        values("questionnaires", one.asked(), "since", one.since()),
                        new BriefSource(
                                "progress-visibility",
                                one.about(),
                                "/v1/clients/" + one.about() + "/progress/visibility")))
                .toList();
    }

    /** By its newest version, also where that is given no more. */
    private String title(String questionnaire, Telling telling) {
        var versions = questionnaires.versionsOf(questionnaire);
        return versions.isEmpty() ? questionnaire : versions.get(0).title(telling.wanted());
    }

    List<BriefLine> alerts(List<Waiting> alerts, Telling telling) {
        return alerts.stream()
                .map(one -> new BriefLine(
                        (one.isCritical() ? "critical-alert-" : "alert-") + one.state(),
                        telling.say(sentence(one), one.rule(), telling.day(one.raisedAt())),
                        values(
                                "severity", one.severity(),
                                "rule", one.rule(),
                                "state", one.state(),
                                "raisedAt", one.raisedAt(),
                                "about", one.about()),
                        BriefSource.of("alert", one.id())))
                .toList();
    }

    private static String sentence(Waiting alert) {
        var open = alert.state().equals("open");
        if (alert.isCritical()) {
            return open ? "brief.alert.critical-open" : "brief.alert.critical-acknowledged";
        }
        return open ? "brief.alert.open" : "brief.alert.acknowledged";
    }

    /** One line a signal, then one for what could not be judged. */
    List<BriefLine> signals(Heard heard, Telling telling) {
        return Stream.concat(
                        heard.signals().stream().map(one -> signal(one, telling)),
                        silent.of(heard.notJudged(), telling))
                .toList();
    }

    private BriefLine signal(KnownSignal one, Telling telling) {
        var named = names.of(one, telling.words(), telling.wanted());
        var ended = one.endedAt();
        return new BriefLine(
                ended == null ? "signal-stands" : "signal-ended",
                ended == null
                        ? telling.say("brief.signal.stands", named, telling.day(one.since()))
                        : telling.say("brief.signal.ended", named, telling.day(ended)),
                values(
                        "rule", one.rule().code(),
                        "severity", one.severity(),
                        "since", one.since(),
                        "endedAt", ended),
                new BriefSource(
                        "signal",
                        one.id(),
                        "/v1/clients/" + one.clientId() + "/signals" + (ended == null ? "" : "?standing=false")));
    }

    static List<BriefLine> programs(List<RunningEnrollment> running, Telling telling) {
        var lines = new ArrayList<BriefLine>();
        for (var one : running) {
            var source = BriefSource.of("enrollment", one.id());
            var week = one.week();
            lines.add(new BriefLine(
                    "program-" + CaseloadScores.code(one.state()),
                    week == null
                            ? telling.say("brief.program.not-begun", one.title())
                            : telling.say(sentence(one), one.title(), week),
                    values("program", one.program(), "version", one.version(), "week", week),
                    source));
            if (one.stepsHeld() > 0) {
                lines.add(new BriefLine(
                        "steps-held",
                        telling.say("brief.program.steps-held", one.title(), one.stepsHeld()),
                        values("program", one.program(), "count", one.stepsHeld()),
                        source));
            }
            if (one.reviewsDue() > 0) {
                lines.add(new BriefLine(
                        "reviews-due",
                        telling.say("brief.program.reviews", one.title(), one.reviewsDue()),
                        values("program", one.program(), "count", one.reviewsDue()),
                        source));
            }
        }
        return lines;
    }

    private static String sentence(RunningEnrollment one) {
        return switch (one.state()) {
            case PAUSED -> "brief.program.paused";
            case HELD -> "brief.program.held";
            default -> "brief.program.active";
        };
    }
}
