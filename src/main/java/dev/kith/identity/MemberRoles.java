package dev.kith.identity;

import dev.kith.practice.MemberDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** The roles that a token is made with; only a hint, for each request asks again. */
@ApplicationScoped
class MemberRoles {
    @Inject
    MemberDirectory members;

    Set<String> of(UUID memberId) {
        return members.require(memberId).roles();
    }
}
