package dev.kith.progress;

/** The query for all that progress tells of a client's work; and how much of it is looked at, the newest. */
final class WorkQuery {
    static final int MOST_TASKS = 5_000;
    static final int MOST_LOGS = 2_000;
    static final int MOST_TRIES = 500;
    static final int MOST_LADDERS = 20;
    static final int MOST_GOALS = 50;

    /** Own words are objects, and a code is spelled as codes are; so whatever else stands there stays there. */
    private static final String CODED = """
        (select jsonb_object_agg(e.key, e.value) from jsonb_each(%s) e
         where jsonb_typeof(e.value) = 'number'
            or (jsonb_typeof(e.value) = 'string' and e.value #>> '{}' ~ '^[a-z0-9]+(-[a-z0-9]+)*$'))""";

    /** Columns by place: what it is of, codes, numbers, times. The client, the period and the present are named once. */
    static final String WORK = """
        with asked as (select ?::uuid as client, ?::timestamptz as since, ?::timestamptz as until, ?::timestamptz as present),
        ladders as (select id, exercise_key, place from asked cross join lateral (
            select id, exercise_key, row_number() over (order by id desc) as place from ladder
            where practice_id = kith_practice() and client_id = asked.client order by id desc limit %3$d) l),
        goals as (select g.*, v.* from asked cross join lateral (
            select id, agreed_at, case when ended_at < asked.until then ended_at end as ended_at, row_number() over (order by id desc) as place
            from goal where practice_id = kith_practice() and client_id = asked.client and agreed_at < asked.until
              and (ended_at is null or ended_at >= asked.since) and (state <> 'closed' or ended_at >= asked.until)
            order by id desc limit %8$d) g
            cross join lateral (
            select revision, levels_since, title, array[much_less, less, expected, more, much_more] as levels, weight, baseline
            from goal_revision where practice_id = kith_practice() and goal_id = g.id and (written_at < asked.until or revision = 1)
            order by revision desc limit 1) v)
        select 'task' as kind, t.assignment_id as id, t.exercise_practice_id as of_id, t.questionnaire_key as code, t.exercise_key as code2,
               t.barrier as code3, t.state as code4, t.due_at as at, t.done_at as at2, t.withdrawn_at as at3, t.late_after as at4,
               t.exercise_version as number, null::int as number2,
               case when jsonb_typeof(s.schedule -> 'dose') = 'object' then t.closes_at <= least(asked.present, t.withdrawn_at) end as flag, null::text as said, t.place
        from asked cross join lateral (
            select t.assignment_id, t.schedule_revision, a.questionnaire_key, a.exercise_practice_id, a.exercise_key, a.exercise_version,
                   t.barrier, t.due_at, t.late_after, t.closes_at,
                   case when t.ended_as is not null then t.ended_as when t.closes_at > asked.present then 'open'
                        when a.paused_at < t.closes_at then 'cancelled' else 'missed' end as state,
                   case when t.ended_as = 'completed' then t.ended_at end as done_at,
                   kith_withdrawn_at(t.ended_as, t.ended_why, t.ended_at, t.due_at, t.closes_at, a.paused_at) as withdrawn_at,
                   row_number() over (order by t.opens_at desc, t.id desc) as place
            from task t join assignment a on a.practice_id = t.practice_id and a.id = t.assignment_id
            where t.practice_id = kith_practice() and t.client_id = asked.client and t.opens_at < least(asked.until, asked.present)
              and t.due_at >= asked.since and t.due_at < asked.until and t.due_at <= asked.present
            order by t.opens_at desc, t.id desc limit %1$d) t
            left join schedule_revision s on s.practice_id = kith_practice() and s.assignment_id = t.assignment_id and s.revision = t.schedule_revision
        union all
        select 'log', l.id, l.exercise_practice_id, l.exercise_key, null, null, null, l.authored_at, null, null, null,
               l.exercise_version, null, l.stopped, jsonb_build_object('before', l.before, 'during', l.during, 'after', l.after)::text, l.place
        from asked cross join lateral (
            select l.id, l.exercise_practice_id, l.exercise_key, l.exercise_version, l.authored_at,
                   coalesce(l.stop_rule_used, false) as stopped, %4$s as before, %5$s as during, %6$s as after,
                   row_number() over (order by l.authored_at desc, l.id desc) as place
            from log l
            where l.practice_id = kith_practice() and l.client_id = asked.client and l.state in ('completed', 'corrected')
              and l.authored_at >= asked.since and l.authored_at < asked.until
            order by l.authored_at desc, l.id desc limit %2$d) l
        union all
        select 'ladder', id, null, exercise_key, null, null, null, null, null, null, null, null, null, null, null, place from ladders
        union all
        select 'rung', r.id, r.ladder_id, null, null, null, null, null, null, null, null,
               r.predicted, r.position, r.retired_at is null, null, 0
        from ladders d join rung r on r.practice_id = kith_practice() and r.ladder_id = d.id
        union all
        select 'try', y.id, d.id, y.outcome, y.rung_id::text, null, null, y.tried_at, null, null, null, y.met, null, y.stop_rule_used, null, y.place
        from asked cross join ladders d cross join lateral (
            select y.id, y.rung_id, y.outcome, y.tried_at, y.met, y.stop_rule_used,
                   row_number() over (order by y.tried_at desc, y.id desc) as place
            from rung_attempt y
            where y.practice_id = kith_practice() and y.ladder_id = d.id and y.tried_at < asked.until and y.counts
              and not exists (select 1 from rung_attempt later where later.practice_id = y.practice_id and later.log_id = y.log_id
                              and later.log_revision > y.log_revision)
            order by y.tried_at desc, y.id desc limit %7$d) y
        union all
        select 'word', s.rung_id, d.id, null, null, null, null, s.said_at, null, null, null, null, null, null, null, 0
        from asked cross join ladders d join step_override s on s.practice_id = kith_practice() and s.ladder_id = d.id and s.said_at < asked.until
        union all
        select 'goal', id, null, title, levels[baseline + 3], weight::text, null, agreed_at, ended_at, null, null,
               revision, baseline, null, null, place from goals
        union all
        select 'rating', r.id, d.id, r.author, d.levels[r.level + 3], null, null, r.rated_at, null, null, null, r.level, r.revision, null, null, 0
        from asked cross join goals d cross join (values ('client'), ('clinician')) as side (author) cross join lateral (
            select r.id, r.author, r.level, r.revision, r.rated_at
            from goal_rating r join goal_revision w on w.practice_id = r.practice_id and w.goal_id = r.goal_id and w.revision = r.revision
            where r.practice_id = kith_practice() and r.goal_id = d.id and r.author = side.author and r.rated_at < asked.until
              and w.levels_since = d.levels_since
            order by r.rated_at desc, r.id desc limit 1) r
        union all
        select 'enrolment', null, null, e.began, null, null, null, null, null, null, null, null, null, null, null, 0
        from asked cross join lateral (
            select began_on::text as began from enrollment
            where practice_id = kith_practice() and client_id = asked.client and made_at < asked.until
            order by ended_at is null desc, began_on desc, id desc limit 1) e
        union all
        select 'hidden', null, null, h.questionnaire, null, null, null, null, null, null, null, null, null, h.hidden_at is not null, null, 0
        from asked join hidden_score h on h.practice_id = kith_practice() and h.client_id = asked.client
        """.formatted(
                    MOST_TASKS + 1,
                    MOST_LOGS + 1,
                    MOST_LADDERS,
                    CODED.formatted("l.before"),
                    CODED.formatted("l.during"),
                    CODED.formatted("l.after"),
                    MOST_TRIES + 1,
                    MOST_GOALS + 1);

    private WorkQuery() {}
}
