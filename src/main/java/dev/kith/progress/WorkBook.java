package dev.kith.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.change.Adherence.CountedTask;
import dev.kith.exercise.LogValues;
import dev.kith.goal.GoalAuthor;
import dev.kith.ladder.LadderCourse.RungFact;
import dev.kith.ladder.LadderCourse.TryFact;
import dev.kith.ladder.LadderCourse.WordFact;
import dev.kith.progress.Work.DoneTask;
import dev.kith.progress.Work.Given;
import dev.kith.progress.Work.Ladder;
import dev.kith.progress.Work.PursuedGoal;
import dev.kith.progress.Work.SeenLevel;
import dev.kith.progress.Work.Session;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads all that progress tells of a client's work in one query, whatever the number of assignments, exercises and ladders. Of logs it reads
 * numbers and codes alone: own words of logs never leave the database. Native, because set-based.
 */
@ApplicationScoped
class WorkBook {
    @Inject
    AgroalDataSource database;

    @Inject
    ObjectMapper json;

    /** Of a period and as of now; ladders, goals, and the enrolment, as of its end. */
    Work of(UUID client, Instant from, Instant to, Instant now) throws SQLException {
        var work = Work.none();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(WorkQuery.WORK)) {
            select.setObject(1, client);
            select.setObject(2, from.atOffset(ZoneOffset.UTC));
            select.setObject(3, to.atOffset(ZoneOffset.UTC));
            select.setObject(4, now.atOffset(ZoneOffset.UTC));
            LocalDate began = null;
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getString("kind").equals("enrolment")) {
                        began = LocalDate.parse(row.getString("code"));
                    } else {
                        add(work, row);
                    }
                }
            }
            return began == null ? work : work.begunOn(began);
        }
    }

    private void add(Work work, ResultSet row) throws SQLException {
        switch (row.getString("kind")) {
            case "task" -> {
                if (isWithin(work, row, "tasks", WorkQuery.MOST_TASKS)) {
                    work.tasks().add(task(row));
                }
            }
            case "log" -> {
                if (isWithin(work, row, "logs", WorkQuery.MOST_LOGS)) {
                    work.sessions().add(session(row));
                }
            }
            case "ladder" -> work.ladders().put(id(row, "id"), new Ladder(id(row, "id"), row.getString("code")));
            case "rung" ->
                ladder(work, row)
                        .rungs()
                        .add(new RungFact(
                                id(row, "id"), row.getInt("number"), row.getInt("number2"), row.getBoolean("flag")));
            case "try" -> {
                if (isWithin(work, row, "tries", WorkQuery.MOST_TRIES)) {
                    ladder(work, row).tries().add(attempt(row));
                }
            }
            case "word" -> ladder(work, row).words().add(new WordFact(id(row, "id"), at(row, "at")));
            case "goal" -> {
                if (isWithin(work, row, "goals", WorkQuery.MOST_GOALS)) {
                    work.goals().put(id(row, "id"), goal(row));
                }
            }
            case "rating" -> {
                var goal = work.goals().get(id(row, "of_id"));
                if (goal != null) { // else it is of one too many
                    goal.seen().put(GoalAuthor.of(row.getString("code")), seen(row));
                }
            }
            case "hidden" -> {
                work.hidden().add(row.getString("code"));
                if (row.getBoolean("flag")) {
                    work.keptForATalk().add(row.getString("code"));
                }
            }
            default -> throw new IllegalStateException("a kind that nobody asked for");
        }
    }

    private static boolean isWithin(Work work, ResultSet row, String kind, int most) throws SQLException {
        if (row.getInt("place") <= most) {
            return true;
        }
        work.more().add(kind);
        return false;
    }

    /** Of a dose each time is a task, all of which have until the end of their period: until then nothing is missing. */
    private static DoneTask task(ResultSet row) throws SQLException {
        var of = new Given(
                id(row, "id"),
                row.getString("code"),
                row.getString("code2"),
                row.getObject("of_id", UUID.class),
                row.getObject("number", Integer.class));
        var dosesPeriodIsOver = row.getObject("flag", Boolean.class);
        var planned = dosesPeriodIsOver == null ? null : dosesPeriodIsOver ? 1 : 0;
        var counted = new CountedTask(
                at(row, "at"), atOrNull(row, "at2"), atOrNull(row, "at3"), planned, planned, row.getString("code3"));
        return new DoneTask(of, row.getString("code4"), at(row, "at4"), counted);
    }

    private Session session(ResultSet row) throws SQLException {
        return new Session(
                id(row, "id"),
                id(row, "of_id"),
                row.getString("code"),
                row.getInt("number"),
                at(row, "at"),
                row.getBoolean("flag"),
                said(row.getString("said")));
    }

    private static TryFact attempt(ResultSet row) throws SQLException {
        return new TryFact(
                id(row, "id"),
                UUID.fromString(row.getString("code2")),
                at(row, "at"),
                row.getObject("number", Integer.class),
                row.getString("code"),
                row.getBoolean("flag"));
    }

    private static PursuedGoal goal(ResultSet row) throws SQLException {
        return new PursuedGoal(
                id(row, "id"),
                row.getString("code"),
                row.getInt("number"),
                Integer.parseInt(row.getString("code3")),
                row.getInt("number2"),
                row.getString("code2"),
                at(row, "at"),
                atOrNull(row, "at2"));
    }

    private static SeenLevel seen(ResultSet row) throws SQLException {
        return new SeenLevel(
                id(row, "id"), row.getInt("number"), row.getString("code2"), row.getInt("number2"), at(row, "at"));
    }

    private static Ladder ladder(Work work, ResultSet row) throws SQLException {
        return Objects.requireNonNull(work.ladders().get(id(row, "of_id")));
    }

    private LogValues said(String text) {
        try {
            var parts = json.readTree(text);
            return LogValues.sent(part(parts, "before"), part(parts, "during"), part(parts, "after"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored values are not JSON");
        }
    }

    private static Map<String, Object> part(com.fasterxml.jackson.databind.JsonNode parts, String name) {
        var part = new LinkedHashMap<String, Object>();
        parts.path(name)
                .fields()
                .forEachRemaining(field -> part.put(
                        field.getKey(),
                        field.getValue().isNumber()
                                ? new BigDecimal(field.getValue().asText())
                                : field.getValue().asText()));
        return part;
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(atOrNull(row, column));
    }

    private static @Nullable Instant atOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
