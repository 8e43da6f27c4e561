package dev.kith.practice;

import dev.kith.paging.Cursor;
import dev.kith.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Members of the practice. */
@ApplicationScoped
class Members implements PanacheRepositoryBase<Member, UUID> {
    /** HQL's own array_contains compares with varchar, which text[] is not. */
    private static final String HOLDS = "sql('array_position(?, cast(? as text))', roles, ?%d) is not null";

    /** Which members are asked for; null asks for all. */
    record Which(@Nullable String externalId, @Nullable MemberRole role) {}

    Member require(UUID id) {
        return findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    Optional<Member> byExternalId(String externalId) {
        return find("externalId", externalId).firstResultOptional();
    }

    boolean anotherAdminThan(UUID id) {
        return count("id <> ?1 and disabledAt is null and " + HOLDS.formatted(2), id, MemberRole.ADMIN.code()) > 0;
    }

    /** Newest first, one more than asked for. */
    List<Member> page(Which which, @Nullable Cursor after, int limit) {
        var conditions = new ArrayList<String>(List.of("1 = 1"));
        var values = new ArrayList<Object>();
        if (which.externalId() != null) {
            values.add(which.externalId());
            conditions.add("externalId = ?" + values.size());
        }
        if (which.role() != null) {
            values.add(which.role().code());
            conditions.add(HOLDS.formatted(values.size()));
        }
        if (after != null) {
            values.add(after.uuid(0));
            conditions.add("id < ?" + values.size());
        }
        return find(String.join(" and ", conditions) + " order by id desc", values.toArray())
                .range(0, limit)
                .list();
    }
}
