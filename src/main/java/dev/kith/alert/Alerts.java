package dev.kith.alert;

import dev.kith.broadcast.Broadcast;
import dev.kith.security.Caller;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Alerts of the practice. */
@ApplicationScoped
class Alerts implements PanacheRepositoryBase<Alert, UUID> {
    /**
     * Native, because "on conflict do nothing" is what makes once per response hold among parallel twins. The alert, its first
     * step, whom to tell, the link with the first alert on the same rule that waits, and the news of it to other replicas: all in
     * one statement. The owner's row is held, so that nobody takes their rights away before the alert is there to be passed on;
     * who changed since they were chosen is not taken. (The drills look for what waits to "insert into alert".)
     */
    private static final String RAISE = """
        /* insert into alert */ with said (id, client_id, kind, severity, rule, about_id, questionnaire, questionnaire_version, link_id, occasion, revision,
                   owner_id, at, due_at, by_kind, by_id, tell_at, owner_version, evidence, sent_to) as (
          values (?::uuid, ?::uuid, ?, ?, ?, ?::uuid, ?, ?::integer, ?, ?, ?::integer,
                  ?::uuid, ?::timestamptz, ?::timestamptz, ?, ?::uuid, ?::timestamptz, ?::integer, ?, ?::uuid)
        ), kin as (
          select a.id, a.thread_id, a.state, a.raised_at from alert a join said s on a.client_id = s.client_id
            and a.kind = s.kind and a.rule = s.rule and a.questionnaire is not distinct from s.questionnaire
          where a.practice_id = kith_practice()
        ), lead as (
          select id, thread_id from kin where state <> 'resolved' order by raised_at, id limit 1
        ), owner as materialized (
          select m.id from said s join member m on m.practice_id = kith_practice() and m.id = s.owner_id
            and m.version = s.owner_version
          for share of m
        ), raised as (
          insert into alert (practice_id, id, client_id, kind, severity, rule, about_id, questionnaire, questionnaire_version,
                             link_id, occasion, revision, state, raised_at, thread_id, follows_id, owner_id, due_at,
                             next_step_at, steps, evidence)
          select kith_practice(), s.id, s.client_id, s.kind, s.severity, s.rule, s.about_id, s.questionnaire,
                 s.questionnaire_version, s.link_id, s.occasion, s.revision, 'open', s.at,
                 coalesce((select thread_id from lead), s.id),
                 case when not exists (select from lead) then
                   (select id from kin order by raised_at desc, id desc limit 1) end,
                 s.owner_id, s.due_at, s.due_at, 1, s.evidence
          from said s where s.owner_id is null or exists (select from owner)
          on conflict on constraint alert_fires_once_for_what_it_is_about do nothing
          returning id, owner_id
        ), first_step as (
          insert into alert_step (practice_id, alert_id, number, what, at, by_kind, by_id, state, owner_id, about_id, evidence)
          select kith_practice(), s.id, 1, 'raised', s.at, s.by_kind, s.by_id, 'open', s.owner_id, coalesce(s.sent_to, s.about_id),
                 case when s.sent_to is not null then s.evidence end
          from said s join raised on raised.id = s.id
        ), told as (
          insert into alert_telling (practice_id, alert_id, number, member_id, until_state, try_at)
          select kith_practice(), s.id, 1, s.owner_id, 'acknowledged', s.tell_at
          from said s join raised on raised.id = s.id where s.owner_id is not null and s.severity <> 'notice'
        ), noted as (
          update alert a set steps = a.steps + 1, version = a.version + 1 from lead, raised
          where a.practice_id = kith_practice() and a.id = lead.id returning a.id, a.steps, a.state, a.owner_id
        ), linked as (
          insert into alert_step (practice_id, alert_id, number, what, at, by_kind, by_id, state, owner_id, about_id)
          select kith_practice(), n.id, n.steps, 'linked', s.at, s.by_kind, s.by_id, n.state, n.owner_id, s.id from noted n, said s
        )
        select s.owner_id is null or exists (select from owner), r.id is not null, (select id from lead),
               case when r.id is not null then pg_notify(?, ?)::text end
        from said s left join raised r on true
        """;

    @Inject
    AgroalDataSource database;

    /**
     * What is decided about an alert as it is raised.
     *
     * @param owner null only where nobody works
     * @param ownerVersion of the owner's row when they were chosen
     * @param notice tells other replicas
     */
    record Course(
            Caller by,
            @Nullable UUID owner,
            int ownerVersion,
            Instant at,
            Instant due,
            Instant tellAt,
            Broadcast.Notice notice) {}

    /**
     * What became of it.
     *
     * @param sound false: the owner changed meanwhile, and nothing was raised
     * @param first false: this rule fired for it before
     * @param lead the first that waits on the same rule, with which it is linked now; null where there is none
     */
    record Raised(boolean sound, boolean first, @Nullable UUID lead) {}

    /** Critical answers of a client that nobody has settled, the oldest first. */
    List<Alert> unsettledOf(UUID client) {
        return list(
                "clientId = ?1 and kind = 'answer' and severity = 'critical' and state <> 'resolved' order by raisedAt, id",
                client);
    }

    Raised raise(UUID id, NewAlert alert, Course course) throws SQLException {
        var instrument = alert.instrument();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(RAISE)) {
            insert.setObject(1, id);
            insert.setObject(2, alert.clientId());
            insert.setString(3, alert.kind().code);
            insert.setString(4, alert.severity().code());
            insert.setString(5, alert.rule());
            insert.setObject(6, alert.aboutId());
            insert.setString(7, instrument == null ? null : instrument.questionnaire());
            insert.setObject(8, instrument == null ? null : instrument.version(), java.sql.Types.INTEGER);
            insert.setString(9, instrument == null ? null : instrument.linkId());
            insert.setString(10, alert.occasion());
            insert.setInt(11, alert.revision());
            insert.setObject(12, course.owner(), java.sql.Types.OTHER);
            insert.setObject(13, course.at().atOffset(ZoneOffset.UTC));
            insert.setObject(14, course.due().atOffset(ZoneOffset.UTC));
            insert.setString(15, course.by().kind().code());
            insert.setObject(16, course.by().id());
            insert.setObject(17, course.tellAt().atOffset(ZoneOffset.UTC));
            insert.setInt(18, course.ownerVersion());
            insert.setString(
                    19, alert.evidence() == null ? null : alert.evidence().mark());
            insert.setObject(
                    20, alert.evidence() == null ? null : alert.evidence().sentTo(), java.sql.Types.OTHER);
            insert.setString(21, course.notice().channel());
            insert.setString(22, course.notice().payload());
            try (var row = insert.executeQuery()) {
                row.next();
                return new Raised(row.getBoolean(1), row.getBoolean(2), row.getObject(3, UUID.class));
            }
        }
    }

    /** Whether this rule was told of this, and has no occasions. */
    boolean isRaised(String rule, UUID about) {
        return count("aboutId = ?1 and rule = ?2 and occasion = ''", about, rule) > 0;
    }

    /** The one that was raised for this before, held until the running transaction ends. */
    Alert requireHeld(NewAlert said) {
        return find("aboutId = ?1 and rule = ?2 and occasion = ?3", said.aboutId(), said.rule(), said.occasion())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }
}
