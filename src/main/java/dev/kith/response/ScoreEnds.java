package dev.kith.response;

import static java.util.stream.Collectors.groupingBy;

import dev.kith.response.ScoreLine.Measure;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The first and the last response on each version, and whether they say where a scale began and where it is. */
final class ScoreEnds {
    /**
     * From one version of one questionnaire by one kind of author to the next, past all that lies between, by the index that is sorted so:
     * its first responses and its last, those of one moment together, with all their scores.
     */
    static final String READ = """
        with recursive first as (
          select f.* from unnest(?::uuid[]) as asked (client) cross join lateral (
            select client_id, questionnaire_practice_id, questionnaire_key, author, questionnaire_version, authored_at, id, revision
            from response where practice_id = kith_practice() and client_id = asked.client and state in ('completed', 'amended') and beside_id is null
            order by questionnaire_practice_id, questionnaire_key, author, questionnaire_version, authored_at
            fetch first row with ties) f
          union
          select n.* from first f cross join lateral (
            select client_id, questionnaire_practice_id, questionnaire_key, author, questionnaire_version, authored_at, id, revision
            from response where practice_id = kith_practice() and client_id = f.client_id and state in ('completed', 'amended') and beside_id is null
              and (questionnaire_practice_id, questionnaire_key, author, questionnaire_version)
                > (f.questionnaire_practice_id, f.questionnaire_key, f.author, f.questionnaire_version)
            order by questionnaire_practice_id, questionnaire_key, author, questionnaire_version, authored_at
            fetch first row with ties) n
        ), ends as (
          select * from first
          union
          select l.* from first f cross join lateral (
            select client_id, questionnaire_practice_id, questionnaire_key, author, questionnaire_version, authored_at, id, revision
            from response where practice_id = kith_practice() and client_id = f.client_id and state in ('completed', 'amended') and beside_id is null
              and questionnaire_practice_id = f.questionnaire_practice_id and questionnaire_key = f.questionnaire_key
              and author = f.author and questionnaire_version = f.questionnaire_version
            order by authored_at desc fetch first row with ties) l)
        select e.client_id, e.questionnaire_practice_id, e.questionnaire_key, e.questionnaire_version, e.author, s.scale,
               e.authored_at, s.value, s.reason, s.band, e.id
        from ends e join score s on s.response_id = e.id and s.revision = e.revision
        where s.practice_id = kith_practice() and s.response_id = any ((select array_agg(id) from ends)::uuid[])
        order by e.client_id, e.authored_at, e.id
        """;

    private ScoreEnds() {}

    private record Series(UUID client, Measure measure) {}

    private record Span(Instant from, Instant to) {
        static Span of(Collection<ScoreLine> lines) {
            var moments = lines.stream().map(ScoreLine::at).sorted().toList();
            return new Span(moments.get(0), moments.get(moments.size() - 1));
        }
    }

    /** The clients of whom they do not: a first or last one counts for nothing on a scale, or one version was answered amid another. */
    static Set<UUID> unclear(List<ScoreLine> ends) {
        var unclear = new HashSet<UUID>();
        ends.stream()
                .collect(groupingBy(line -> new Series(line.clientId(), line.measure())))
                .forEach((series, lines) -> {
                    if (lines.stream().anyMatch(line -> line.value() == null) || takeTurns(lines)) {
                        unclear.add(series.client());
                    }
                });
        return unclear;
    }

    private static boolean takeTurns(List<ScoreLine> lines) {
        var spans = lines.stream().collect(groupingBy(ScoreLine::version)).values().stream()
                .map(Span::of)
                .sorted(Comparator.comparing(Span::from))
                .toList();
        for (var i = 1; i < spans.size(); i++) {
            if (!spans.get(i).from().isAfter(spans.get(i - 1).to())) {
                return true;
            }
        }
        return false;
    }
}
