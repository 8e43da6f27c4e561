package dev.kith.practice;

import static java.util.stream.Collectors.toMap;

import dev.kith.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who works here, for other rooms. */
@ApplicationScoped
public class MemberDirectory {
    @Inject
    Members members;

    /**
     * A member of this practice, disabled or not.
     *
     * @throws ProblemException 404
     */
    public MemberRecord require(UUID id) {
        return MemberRecord.of(members.require(id));
    }

    public Optional<MemberRecord> find(UUID id) {
        return members.findByIdOptional(id).map(MemberRecord::of);
    }

    /** Several in one query, by id; unknown ids are left out. */
    public Map<UUID, MemberRecord> all(Collection<UUID> ids) {
        return members.list("id in ?1", ids).stream().map(MemberRecord::of).collect(toMap(MemberRecord::id, m -> m));
    }
}
