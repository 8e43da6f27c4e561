package dev.kith.response;

/** How scores are asked for: which rows, in which order. */
final class ScoreQueries {
    /**
     * Of one client, who is named so that the planner knows whether they gave much: the newest by the index of their responses. Of each its scores by
     * their key, or else a planner that expects many would read those of the whole practice.
     */
    static final String NEWEST = """
        select r.client_id, r.questionnaire_practice_id, r.questionnaire_key, r.questionnaire_version, r.author, s.scale,
               r.authored_at, s.value, s.reason, s.band, r.id, r.place, r.completed_at
        from (select practice_id, id, revision, client_id, questionnaire_practice_id, questionnaire_key, questionnaire_version,
                     author, authored_at, completed_at, row_number() over (order by authored_at desc, id desc) as place
              from response
              where practice_id = kith_practice() and client_id = ? and state in ('completed', 'amended') and beside_id is null and authored_at < ?
              order by authored_at desc, id desc limit ?) r
        cross join lateral (
          select scale, value, reason, band from score
          where practice_id = kith_practice() and response_id = r.id and revision = r.revision offset 0) s
        order by r.client_id, r.authored_at, r.id
        """;

    /** Of each of many. */
    static final String NEWEST_OF_EACH = """
        select r.client_id, r.questionnaire_practice_id, r.questionnaire_key, r.questionnaire_version, r.author, s.scale,
               r.authored_at, s.value, s.reason, s.band, r.id, r.place, r.completed_at
        from unnest(?::uuid[]) as asked (client) cross join lateral (
          select practice_id, id, revision, client_id, questionnaire_practice_id, questionnaire_key, questionnaire_version,
                 author, authored_at, completed_at, row_number() over (order by authored_at desc, id desc) as place
          from response
          where practice_id = kith_practice() and client_id = asked.client and state in ('completed', 'amended') and beside_id is null
            and authored_at >= ? and authored_at < ?
          order by authored_at desc, id desc limit ?) r
        cross join lateral (
          select scale, value, reason, band from score
          where practice_id = kith_practice() and response_id = r.id and revision = r.revision offset 0) s
        order by r.client_id, r.authored_at, r.id
        """;

    static final String PAGE = """
        select r.client_id, r.questionnaire_practice_id, r.questionnaire_key, r.questionnaire_version, r.author, s.scale,
               r.authored_at, s.value, s.reason, s.band, r.id, r.place, r.completed_at
        from (select practice_id, id, revision, client_id, questionnaire_practice_id, questionnaire_key, questionnaire_version,
                     author, authored_at, completed_at, row_number() over (order by authored_at, id) as place
              from response
              where practice_id = kith_practice() and client_id = ? and state in ('completed', 'amended') and beside_id is null
                and (authored_at, id) > (?, ?) and authored_at < ? and (?::text is null or questionnaire_key = ?)
              order by authored_at, id limit ?) r
        left join score s on s.practice_id = r.practice_id and s.response_id = r.id and s.revision = r.revision
        order by r.authored_at, r.id, s.scale
        """;

    private ScoreQueries() {}
}
