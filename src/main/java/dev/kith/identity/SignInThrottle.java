package dev.kith.identity;

import dev.kith.problem.ProblemException;
import dev.kith.security.Sealing;
import dev.kith.time.RealTime;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Slows guessing: counted in the database, so that it holds over replicas and restarts. Windows are short, so that nobody
 * can lock somebody else out for long. An attempt is counted before the password is looked at, and taken back when it
 * was right.
 */
@ApplicationScoped
class SignInThrottle {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String COUNT = """
        insert into sign_in_throttle as t (subject, failures, window_ends)
        select s, 1, ? from unnest(?::text[]) s order by s
        on conflict (subject) do update set
          failures = case when t.window_ends <= ? then 1 else t.failures + 1 end,
          window_ends = case when t.window_ends <= ? then excluded.window_ends else t.window_ends end
        returning subject, failures, window_ends
        """;
    private static final String TAKE_BACK = """
        update sign_in_throttle set failures = greatest(failures - 1, 0)
        where subject in (select subject from sign_in_throttle where subject = any (?::text[]) order by subject for update)
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    Sealing sealing;

    @Inject
    @RealTime
    Clock clock;

    /** One way of counting, and how many failures it bears in a window. */
    private record Subject(String name, int bears) {}

    /** 429 with {@code Retry-After} when this account, this address, or the two together have failed too often. */
    void count(String account, String address) throws SQLException {
        var now = clock.instant();
        var counted = new HashMap<String, Instant>();
        var failures = count(subjects(account, address), now, counted);
        for (var subject : subjects(account, address)) {
            var name = subject.name();
            if (failures.getOrDefault(name, 0) > subject.bears()) {
                var wait = Duration.between(now, counted.getOrDefault(name, now.plus(WINDOW)));
                throw ProblemException.tooMany(
                        "Too many failed sign-ins; wait.", (int) Math.max(1, wait.toSeconds() + 1));
            }
        }
    }

    void takeBack(String account, String address) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(TAKE_BACK)) {
            update.setArray(1, connection.createArrayOf("text", names(subjects(account, address))));
            update.executeUpdate();
        }
    }

    /** A window that has ended counts no more, so its row may go. */
    @Scheduled(every = "1h", delayed = "11m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetEnded() throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("delete from sign_in_throttle where window_ends < ?")) {
            delete.setTimestamp(1, Timestamp.from(clock.instant()));
            delete.executeUpdate();
        }
    }

    private Map<String, Integer> count(List<Subject> subjects, Instant now, Map<String, Instant> ends)
            throws SQLException {
        var failures = new HashMap<String, Integer>();
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(COUNT)) {
            upsert.setTimestamp(1, Timestamp.from(now.plus(WINDOW)));
            upsert.setArray(2, connection.createArrayOf("text", names(subjects)));
            upsert.setTimestamp(3, Timestamp.from(now));
            upsert.setTimestamp(4, Timestamp.from(now));
            try (var row = upsert.executeQuery()) {
                while (row.next()) {
                    var name = row.getString(1);
                    failures.put(name, row.getInt(2));
                    ends.put(name, row.getTimestamp(3).toInstant());
                }
            }
        }
        return failures;
    }

    private List<Subject> subjects(String account, String address) {
        return List.of(
                new Subject(name("both " + account + " " + address), 10),
                new Subject(name("account " + account), 500),
                new Subject(name("address " + address), 200));
    }

    private String name(String subject) {
        return HexFormat.of().formatHex(sealing.pseudonym(subject));
    }

    private static Object[] names(List<Subject> subjects) {
        return subjects.stream().map(Subject::name).toArray();
    }
}
