package dev.kith.response;

import dev.kith.database.Columns;
import dev.kith.response.HiddenScore.ByCareTeam;
import dev.kith.response.HiddenScore.Talk;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which questionnaires' scores a client is not shown, whoever of care team and client chose so. Native: upserted. */
@ApplicationScoped
public class HiddenScores {
    private static final String READ = """
        select v.version, h.questionnaire, h.hidden_at, h.hidden_by, h.talked_at, h.talked_by, h.reason, h.asked_at, h.answered_at,
               h.agreed_at, h.own_since
        from progress_visibility v
        left join hidden_score h on h.practice_id = v.practice_id and h.client_id = v.client_id
        where v.practice_id = kith_practice() and v.client_id = ?
        order by h.questionnaire
        """;
    private static final String TURN = """
        insert into progress_visibility (practice_id, client_id, changed_by, changed_at, version)
        values (kith_practice(), ?, ?, ?, ?)
        on conflict (practice_id, client_id) do update
        set changed_by = excluded.changed_by, changed_at = excluded.changed_at, version = excluded.version
        """;
    private static final String SHOW = """
        delete from hidden_score where practice_id = kith_practice() and client_id = ? and questionnaire <> all (?)
        """;
    private static final String HIDE = """
        insert into hidden_score (practice_id, client_id, questionnaire, hidden_at, hidden_by, talked_at, talked_by, reason, asked_at,
                                  answered_at, agreed_at, own_since)
        values (kith_practice(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (practice_id, client_id, questionnaire) do update
        set hidden_at = excluded.hidden_at, hidden_by = excluded.hidden_by, talked_at = excluded.talked_at, talked_by = excluded.talked_by,
            reason = excluded.reason, asked_at = excluded.asked_at, answered_at = excluded.answered_at, agreed_at = excluded.agreed_at,
            own_since = excluded.own_since
        """;

    @Inject
    AgroalDataSource database;

    /**
     * What stands.
     *
     * @param scores by questionnaire
     * @param version 0 until somebody chose
     */
    public record Hidden(List<HiddenScore> scores, int version) {
        /** Keys of all that the client is not shown, in order. */
        public List<String> questionnaires() {
            return scores.stream().map(HiddenScore::questionnaire).toList();
        }
    }

    public Hidden of(UUID client) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(READ)) {
            select.setObject(1, client);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<HiddenScore>();
                var version = 0;
                while (row.next()) {
                    version = row.getInt("version");
                    if (row.getString("questionnaire") != null) {
                        found.add(read(row));
                    }
                }
                return new Hidden(List.copyOf(found), version);
            }
        }
    }

    /**
     * In place of what was. Whoever may, and on which version, is for the caller to ask.
     *
     * @param by the account that changes it
     * @param scores each questionnaire once
     */
    public void put(UUID client, List<HiddenScore> scores, UUID by, Instant at, int version) throws SQLException {
        try (var connection = database.getConnection();
                var turn = connection.prepareStatement(TURN);
                var show = connection.prepareStatement(SHOW);
                var hide = connection.prepareStatement(HIDE)) {
            turn.setObject(1, client);
            turn.setObject(2, by);
            turn.setObject(3, Columns.at(at));
            turn.setInt(4, version);
            turn.executeUpdate();
            show.setObject(1, client);
            show.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            scores.stream().map(HiddenScore::questionnaire).toArray()));
            show.executeUpdate();
            for (var score : scores) {
                hide.setObject(1, client);
                write(hide, score);
                hide.addBatch();
            }
            hide.executeBatch();
        }
    }

    private static HiddenScore read(ResultSet row) throws SQLException {
        var since = Columns.instant(row, "hidden_at");
        var talked = Columns.instant(row, "talked_at");
        var byCareTeam = since == null
                ? null
                : new ByCareTeam(
                        since,
                        row.getObject("hidden_by", UUID.class),
                        talked == null ? null : new Talk(talked, row.getObject("talked_by", UUID.class)),
                        row.getString("reason"),
                        Columns.instant(row, "asked_at"),
                        Columns.instant(row, "answered_at"),
                        Columns.instant(row, "agreed_at"));
        return new HiddenScore(row.getString("questionnaire"), byCareTeam, Columns.instant(row, "own_since"));
    }

    private static void write(PreparedStatement hide, HiddenScore score) throws SQLException {
        var team = score.byCareTeam();
        var talk = team == null ? null : team.talk();
        hide.setString(2, score.questionnaire());
        hide.setObject(3, Columns.at(team == null ? null : team.since()));
        hide.setObject(4, team == null ? null : team.by(), java.sql.Types.OTHER);
        hide.setObject(5, Columns.at(talk == null ? null : talk.at()));
        hide.setObject(6, talk == null ? null : talk.by(), java.sql.Types.OTHER);
        hide.setString(7, team == null ? null : team.reason());
        hide.setObject(8, Columns.at(team == null ? null : team.askedAt()));
        hide.setObject(9, Columns.at(team == null ? null : team.answeredAt()));
        hide.setObject(10, Columns.at(team == null ? null : team.agreedAt()));
        hide.setObject(11, Columns.at(score.ownSince()));
    }
}
