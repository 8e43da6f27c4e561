package dev.kith.sync;

import dev.kith.assignment.TaskDirectory;
import dev.kith.assignment.TaskDirectory.NeededDefinition;
import dev.kith.feedback.FeedbackDirectory;
import dev.kith.goal.GoalDirectory;
import dev.kith.program.EnrollmentDirectory;
import dev.kith.security.Caller;
import dev.kith.sync.ChangeFeed.Changed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers what changed for a client since their app last looked, a page at a time. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Gathering {
    /** Rows of all kinds together. */
    static final int PAGE = 200;
    /** How far back an app is told that looks for the first time. */
    private static final Duration RECENT = Duration.ofDays(30);

    @Inject
    ChangeFeed feed;

    @Inject
    TaskDirectory tasks;

    @Inject
    FeedbackDirectory feedback;

    @Inject
    EnrollmentDirectory enrollments;

    @Inject
    GoalDirectory goals;

    @Inject
    Clock clock;

    /** A page, and where the app stands after it. */
    record Gathered(SyncChanges changes, List<NeededDefinition> definitions, Position position, boolean more) {}

    Gathered since(Caller caller, @Nullable Position asked, @Nullable String languages) throws SQLException {
        var client = Objects.requireNonNull(caller.clientId());
        var present = feed.present();
        var from = asked == null || asked.isAhead(present.next())
                ? Position.first(clock.instant().minus(RECENT))
                : asked;
        var position = from.begun(present.lowest());
        var oneMore = feed.after(client, position, PAGE + 1);
        var more = oneMore.size() > PAGE;
        var rows = more ? oneMore.subList(0, PAGE) : oneMore;
        var last = more ? rows.get(PAGE - 1) : null;
        var changes = new SyncChanges(
                tasks.views(caller, client, ids(rows, "task"), languages),
                rows.stream()
                        .filter(row -> row.kind().equals("response"))
                        .map(Changed::response)
                        .toList(),
                rows.stream()
                        .filter(row -> row.kind().equals("log"))
                        .map(Changed::log)
                        .toList(),
                feedback.views(ids(rows, "feedback")),
                enrollments.standings(ids(rows, "enrollment")),
                goals.standings(ids(rows, "goal")));
        return new Gathered(
                changes,
                tasks.neededBy(client),
                last == null ? position.done() : position.readTo(last.transaction(), last.id()),
                more);
    }

    private static List<UUID> ids(List<Changed> rows, String kind) {
        return rows.stream()
                .filter(row -> row.kind().equals(kind))
                .map(Changed::id)
                .toList();
    }
}
