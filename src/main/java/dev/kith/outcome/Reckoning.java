package dev.kith.outcome;

import dev.kith.audit.Audit;
import dev.kith.outcome.Figures.ScaleNamed;
import dev.kith.outcome.OutcomesView.ScaleOutcomes;
import dev.kith.outcome.ScoreRuns.Wanted;
import dev.kith.practice.PracticeDirectory;
import dev.kith.problem.ProblemException;
import dev.kith.program.EnrollmentDirectory;
import dev.kith.questionnaire.Published;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reckons how the caller's practice's clients fared: the same few queries for five clients and for thousands. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Reckoning {
    @Inject
    PracticeDirectory practice;

    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    EnrollmentDirectory enrollments;

    @Inject
    ScoreRuns runs;

    @Inject
    ProgramClients programs;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * What is asked.
     *
     * @param scale null for all of them
     * @param program null for all clients
     * @param from first month, YYYY-MM
     * @param to last month, included
     * @param language an Accept-Language value
     */
    record Asked(
            String questionnaire,
            @Nullable String scale,
            String author,
            @Nullable String program,
            String from,
            String to,
            @Nullable String language) {}

    /** @throws ProblemException 422 for a questionnaire, scale or program that is not there, and for months that cannot be told of */
    OutcomesView outcomes(Caller caller, Asked asked) throws SQLException {
        var zone = practice.current().timeZone();
        var months = Months.of(asked.from(), asked.to(), zone, clock.instant());
        var versions = versions(asked);
        if (asked.program() != null && !enrollments.isProgram(asked.program())) {
            throw ProblemException.invalid("#program", "unknown-program", "No program of this key.");
        }
        audit.read(caller, "outcomes.read", "practice", caller.practice(), null);
        var pairs = new Pairs(versions);
        var owner = versions.get(0).owner();
        runs.each(new Wanted(owner, asked.questionnaire(), asked.scale(), asked.author(), months), pairs::take);
        var enrolled = asked.program() == null ? Map.<UUID, Set<String>>of() : programs.within(months);
        return new OutcomesView(
                asked.questionnaire(),
                asked.author(),
                asked.from(),
                asked.to(),
                zone.getId(),
                asked.program(),
                OutcomesView.FORMULA,
                scales(asked, versions, pairs, enrolled));
    }

    /** Newest first. */
    private List<Published> versions(Asked asked) {
        questionnaires.requireKnown(asked.questionnaire());
        var versions = questionnaires.versionsOf(asked.questionnaire());
        if (asked.scale() != null && versions.stream().noneMatch(one -> has(one, asked.scale()))) {
            throw ProblemException.invalid("#scale", "unknown-scale", "No scale of this code in the questionnaire.");
        }
        return versions;
    }

    private static boolean has(Published version, String scale) {
        return version.definition().scales().stream().anyMatch(one -> one.code().equals(scale));
    }

    private static List<ScaleOutcomes> scales(
            Asked asked, List<Published> versions, Pairs pairs, Map<UUID, Set<String>> enrolled) {
        var told = new ArrayList<ScaleOutcomes>();
        for (var newest : newestOfEachMeaning(versions)) {
            for (var scale : newest.definition().scales()) {
                var figures = figures(asked, versions, newest, scale.code(), pairs);
                var wanted = asked.scale() == null || asked.scale().equals(scale.code());
                if (wanted && (newest.equals(versions.get(0)) || figures.areTold())) {
                    told.add(asked.program() == null ? figures.ofAll() : figures.ofProgram(asked.program(), enrolled));
                }
            }
        }
        return told;
    }

    private static List<Published> newestOfEachMeaning(List<Published> versions) {
        var newest = new ArrayList<Published>();
        for (var version : versions) {
            if (newest.stream().noneMatch(version::comparesWith)) {
                newest.add(version);
            }
        }
        return newest;
    }

    private static Figures figures(Asked asked, List<Published> versions, Published newest, String scale, Pairs pairs) {
        var named = new ScaleNamed(
                scale,
                newest.definition().scale(scale).title().in(newest.languageFor(asked.language())),
                versions.stream()
                        .filter(newest::comparesWith)
                        .map(Published::version)
                        .toList(),
                newest.label(asked.language()));
        return new Figures(named, Objects.requireNonNull(newest.changeModels().get(scale)), pairs.of(newest, scale));
    }
}
