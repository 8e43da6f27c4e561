package dev.kith.caseload;

import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import dev.kith.security.Caller;
import dev.kith.signal.SignalRule;
import java.util.List;

/**
 * What of a client a caller is told in lists and briefs. People are told everything; practice software only what its scopes would let it
 * read where it stands, and never what has no scope: messages, ladders, goals and formulations.
 */
record Told(Caller caller) {
    static final String ALERTS = "alerts:read";
    static final String PROGRESS = "progress:read";
    static final String ASSIGNMENTS = "assignments:read";
    static final String ENROLLMENTS = "enrollments:read";

    /** Alerts, and what follows from them. */
    boolean alerts() {
        return may(ALERTS);
    }

    /** Scores, signals, how much was done, and when the client last did something. */
    boolean progress() {
        return may(PROGRESS);
    }

    /** Answers. */
    boolean responses() {
        return may("responses:read");
    }

    /** Logs. */
    boolean logs() {
        return may("logs:read");
    }

    /** Given work and its tasks, and appointments. */
    boolean assignments() {
        return may(ASSIGNMENTS);
    }

    /** Programs. */
    boolean enrollments() {
        return may(ENROLLMENTS);
    }

    /** Who changed the safety plan. */
    boolean plans() {
        return may("safety:read");
    }

    /** What stays between client and care team. */
    boolean messages() {
        return !caller.isMachine();
    }

    /** When the last contact was. */
    boolean contact() {
        return progress() && assignments();
    }

    /** Rules whose signals it is not told of, by code. */
    List<String> hiddenRules() {
        return SignalRule.hiddenFrom(caller);
    }

    /** @throws ProblemException 403 for practice software without this scope */
    void require(String scope) {
        if (!may(scope)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "The integration needs the scope " + scope + ".");
        }
    }

    private boolean may(String scope) {
        return !caller.isIntegration() || caller.scopes().contains(scope);
    }
}
