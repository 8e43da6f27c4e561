package dev.kith.identity;

import dev.kith.client.ClientDirectory;
import dev.kith.practice.MemberDirectory;
import dev.kith.practice.PracticeDirectory;
import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether somebody may sign in at all: not a disabled member, not an archived client. Runs within the practice. */
@ApplicationScoped
class Standing {
    @Inject
    MemberDirectory members;

    @Inject
    ClientDirectory clients;

    @Inject
    PracticeDirectory practice;

    boolean isGood(@Nullable UUID memberId, @Nullable UUID clientId) {
        if (memberId != null) {
            return !members.require(memberId).disabled();
        }
        return clientId != null && !clients.require(clientId).archived();
    }

    /** 401, as if there were no account. */
    void requireGood(@Nullable UUID memberId, @Nullable UUID clientId) {
        if (!isGood(memberId, clientId)) {
            throw new ProblemException(ProblemType.UNAUTHENTICATED, "Sign in again.");
        }
    }

    /** Name, address and practice: what a password must not be made of. */
    List<String> wordsAround(@Nullable UUID memberId, @Nullable UUID clientId, String email) {
        var name = memberId != null
                ? members.require(memberId).displayName()
                : clientId != null ? clients.require(clientId).displayName() : "";
        var words = new ArrayList<>(List.of(email, "kith"));
        words.addAll(Arrays.asList(email.split("[@.]")));
        words.addAll(Arrays.asList(name.split(" ")));
        words.addAll(Arrays.asList(practice.current().name().split(" ")));
        return words;
    }
}
