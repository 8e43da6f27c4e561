package dev.kith.twin;

import dev.kith.house.Operations.Operation;
import java.util.Map;
import java.util.Set;

/** Whose the things are that a path names. */
enum Reach {
    /** A client's record: for those who care for them. */
    CARE,
    /** People and programs of a practice, and what all its members may do. */
    PRACTICE,
    /** One person's own. */
    PERSON,
    /** A name that each practice gives its own things, or that is everybody's. */
    NAME;

    private static final Map<String, Reach> OF = Map.ofEntries(
            Map.entry("absenceId", PRACTICE),
            Map.entry("alertId", CARE),
            Map.entry("assignmentId", CARE),
            Map.entry("careTeamMemberId", CARE),
            Map.entry("clientId", CARE),
            Map.entry("enrollmentId", CARE),
            Map.entry("feedbackId", CARE),
            Map.entry("goalId", CARE),
            Map.entry("ladderId", CARE),
            Map.entry("logId", CARE),
            Map.entry("responseId", CARE),
            Map.entry("rungId", CARE),
            Map.entry("taskId", CARE),
            Map.entry("integrationId", PRACTICE),
            Map.entry("localModelId", PRACTICE),
            Map.entry("memberId", PRACTICE),
            Map.entry("webhookId", PRACTICE),
            Map.entry("eventId", PRACTICE),
            Map.entry("sessionId", PERSON),
            Map.entry("externalId", NAME),
            Map.entry("key", NAME),
            Map.entry("language", NAME),
            Map.entry("other", NAME),
            Map.entry("questionnaire", NAME),
            Map.entry("scale", NAME),
            Map.entry("feed", NAME),
            Map.entry("step", NAME),
            Map.entry("week", NAME),
            Map.entry("version", NAME));
    /** Breaking glass is how a member without the client gets in; admins see all people of their practice. */
    private static final Set<String> FOR_THE_PRACTICE = Set.of("breakGlass");

    /** Whose a thing is that a path names so. */
    static Reach of(String parameter) {
        return OF.getOrDefault(parameter, PERSON);
    }

    static Reach of(Operation operation) {
        var widest = NAME;
        for (var name : operation.parameters()) {
            var reach = OF.get(name);
            if (reach == null) {
                throw new AssertionError(operation.path() + " names a " + name + ": say in Reach whose it is");
            }
            if (reach.ordinal() < widest.ordinal()) {
                widest = reach;
            }
        }
        return FOR_THE_PRACTICE.contains(operation.id()) ? PRACTICE : widest;
    }
}
