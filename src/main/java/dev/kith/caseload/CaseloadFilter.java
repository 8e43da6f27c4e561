package dev.kith.caseload;

import dev.kith.signal.SignalRule;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which clients are asked for, and in which order; null asks for all. */
record CaseloadFilter(
        @Nullable SignalRule signal,
        @Nullable AlertsAsked alert,
        @Nullable String program,
        @Nullable String questionnaire,
        @Nullable String q,
        CaseloadSort sort) {
    private static final String NAMED = " and lower(c.display_name) like ?";
    private static final String WITH_SIGNAL = """
         and exists (select 1 from signal s
           where s.practice_id = c.practice_id and s.client_id = c.id and s.rule = ? and s.ended_at is null)
        """;
    private static final String WITH_ALERT = """
         and exists (select 1 from alert a
           where a.practice_id = c.practice_id and a.client_id = c.id and a.state <> 'resolved' and a.kind <> 'access')
        """;
    private static final String IN_PROGRAM = """
         and exists (select 1 from enrollment e
           where e.practice_id = c.practice_id and e.client_id = c.id and e.program_key = ? and e.ended_at is null)
        """;
    private static final String WITH_QUESTIONNAIRE = """
         and (exists (select 1 from response r where r.practice_id = c.practice_id and r.client_id = c.id
                and r.questionnaire_key = ? and r.state in ('completed', 'amended'))
           or exists (select 1 from assignment g where g.practice_id = c.practice_id and g.client_id = c.id
                and g.questionnaire_key = ? and g.state <> 'ended'))
        """;

    /** A condition on the client c, with what stands for its question marks. */
    private record Part(String sql, Object... values) {}

    /**
     * Whoever narrows or sorts by something learns of it.
     *
     * @throws dev.kith.problem.ProblemException 403 for practice software that may not read it
     */
    void requireFor(Told told) {
        if (signal != null) {
            told.require(Told.PROGRESS);
            var more = signal.scope();
            if (more != null) {
                told.require(more);
            }
        }
        if (alert != null) {
            told.require(Told.ALERTS);
        }
        if (program != null) {
            told.require(Told.ENROLLMENTS);
        }
        if (questionnaire != null) {
            told.require(Told.PROGRESS);
            told.require(Told.ASSIGNMENTS);
        }
        if (sort == CaseloadSort.LAST_ACTIVITY) {
            told.require(Told.PROGRESS);
        }
    }

    /** Adds what is asked of a client c. */
    void narrow(Question ask) {
        parts().forEach(part -> ask.add(part.sql(), part.values()));
    }

    private Stream<Part> parts() {
        return Stream.of(
                        q == null ? null : new Part(NAMED, "%" + literally(q) + "%"),
                        signal == null ? null : new Part(WITH_SIGNAL, signal.code()),
                        alert == null ? null : new Part(WITH_ALERT),
                        program == null ? null : new Part(IN_PROGRAM, program),
                        questionnaire == null ? null : new Part(WITH_QUESTIONNAIRE, questionnaire, questionnaire))
                .filter(Objects::nonNull);
    }

    /** What people type is text, no pattern. */
    private static String literally(String q) {
        return q.toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }
}
