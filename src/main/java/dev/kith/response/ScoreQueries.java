package dev.kith.response;

/** How scores are asked for: which rows, in which order. */
final class ScoreQueries {
    /** Of each client; who gave more is told by the place of their last. */
    static final String SCORES = """
        select r.client_id, r.questionnaire_practice_id, r.questionnaire_key, r.questionnaire_version, r.author, s.scale,
               r.authored_at, s.value, s.reason, s.band, r.id, r.place
        from unnest(?::uuid[]) as asked (client) cross join lateral (
          select practice_id, id, revision, client_id, questionnaire_practice_id, questionnaire_key, questionnaire_version,
                 author, authored_at, row_number() over (order by authored_at desc, id desc) as place
          from response
          where practice_id = kith_practice() and client_id = asked.client and state in ('completed', 'amended')
            and authored_at >= ? and authored_at < ?
          order by authored_at desc, id desc limit ?) r
        join score s on s.practice_id = r.practice_id and s.response_id = r.id and s.revision = r.revision
        order by r.client_id, r.authored_at, r.id
        """;

    /** By the index of a client's responses, the newest first. */
    static final String NEWEST = """
        select r.client_id, r.questionnaire_practice_id, r.questionnaire_key, r.questionnaire_version, r.author, s.scale,
               r.authored_at, s.value, s.reason, s.band, r.id, r.place
        from (select practice_id, id, revision, client_id, questionnaire_practice_id, questionnaire_key, questionnaire_version,
                     author, authored_at, row_number() over (order by authored_at desc, id desc) as place
              from response
              where practice_id = kith_practice() and client_id = ? and state in ('completed', 'amended') and authored_at < ?
              order by authored_at desc, id desc limit ?) r
        join score s on s.practice_id = r.practice_id and s.response_id = r.id and s.revision = r.revision
        order by r.authored_at, r.id
        """;

    static final String PAGE = """
        select r.client_id, r.questionnaire_practice_id, r.questionnaire_key, r.questionnaire_version, r.author, s.scale,
               r.authored_at, s.value, s.reason, s.band, r.id, r.place
        from (select practice_id, id, revision, client_id, questionnaire_practice_id, questionnaire_key, questionnaire_version,
                     author, authored_at, row_number() over (order by authored_at, id) as place
              from response
              where practice_id = kith_practice() and client_id = ? and state in ('completed', 'amended')
                and (authored_at, id) > (?, ?) and authored_at < ? and (?::text is null or questionnaire_key = ?)
              order by authored_at, id limit ?) r
        left join score s on s.practice_id = r.practice_id and s.response_id = r.id and s.revision = r.revision
        order by r.authored_at, r.id, s.scale
        """;

    private ScoreQueries() {}
}
