package dev.kith.house;

import dev.kith.house.Operations.Operation;
import dev.kith.house.People.Someone;
import dev.kith.security.Roles;
import dev.kith.time.Ids;
import io.restassured.RestAssured;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Practices with everything in them, so that there is something of theirs to reach for. */
@ApplicationScoped
public class Worlds {
    public static final String CALM = answers(0);
    public static final String CRITICAL = answers(2);

    /** A goal with its five levels. */
    public static final String GOAL = """
        {"title": "Tell my sister how my day was", "levels": {"muchLess": "I tell nobody", "less": "Once a month",
         "expected": "Once a week", "more": "Twice a week", "muchMore": "Most days"}, "weight": 2, "baseline": -1}
        """;

    /** A formulation, with words of the care team. */
    public static final String FORMULATION = """
        {"tags": [{"tag": "parentified", "by": "client"}, {"tag": "contempt-for-need", "by": "clinician", "note": "Seen twice"}],
         "summary": "Being strong kept them safe"}
        """;

    @Inject
    People people;

    /**
     * A clinician with a client in care.
     *
     * @param ids by the names that paths use: of what is theirs
     */
    public record Caseload(Someone clinician, Someone client, Map<String, String> ids) {}

    /** A practice. The supervisor supervises nobody; the integration has every scope. */
    public record World(Someone admin, Someone supervisor, Someone integration, Caseload first, Caseload second) {
        /** Everybody who is nothing to the first client, by how they might hope to get in. */
        public List<Someone> strangersTo(Operation operation) {
            var strangers = new ArrayList<Someone>();
            add(strangers, operation, Roles.CLINICIAN, second.clinician());
            add(strangers, operation, Roles.SUPERVISOR, supervisor);
            add(strangers, operation, Roles.CLIENT, second.client());
            return strangers;
        }

        /** Everybody of this practice, with whatever rights the operation asks for. */
        public List<Someone> all(Operation operation) {
            var all = strangersTo(operation);
            add(all, operation, Roles.ADMIN, admin);
            if (operation.scopes() != null) {
                add(all, operation, Roles.INTEGRATION, integration);
            }
            return all;
        }

        private static void add(List<Someone> people, Operation operation, String role, Someone who) {
            if (operation.takes(role)) {
                people.add(who);
            }
        }
    }

    public World world() {
        return world(people.practice());
    }

    /** A practice whose clock can be moved. */
    public World sandbox() {
        return world(people.sandbox());
    }

    private World world(Someone admin) {
        var practice = admin.practice();
        admin.asks()
                .header("If-Match", "\"0\"")
                .body("{\"title\": \"Help is near\", \"text\": \"Call us.\", \"contacts\": []}")
                .put("/v1/practice/crisis-cards/en")
                .then()
                .statusCode(200);
        admin.asks()
                .urlEncodingEnabled(false)
                .body("{\"displayName\": \"Kay Known\", \"timeZone\": \"UTC\", \"language\": \"en\"}")
                .put("/v1/clients?externalId=ehr%7C1")
                .then()
                .statusCode(201);
        OwnQuestionnaire.publish(admin, "evening");
        admin.asks()
                .body("{}")
                .post("/v1/questionnaires/evening/versions")
                .then()
                .statusCode(201);
        OwnExercise.publish(admin, "evening");
        admin.asks().body("{}").post("/v1/exercises/evening/versions").then().statusCode(201);
        var integration = people.integration(practice, scopes());
        return new World(
                admin,
                people.supervisor(practice),
                integration,
                caseload(admin, integration),
                caseload(admin, integration));
    }

    private Caseload caseload(Someone admin, Someone integration) {
        var clinician = people.clinician(admin.practice());
        var client = people.clientOf(clinician);
        var ids = new HashMap<String, String>();
        ids.put("clientId", client.id().toString());
        ids.put("memberId", clinician.id().toString());
        ids.put("integrationId", integration.id().toString());
        ids.put("externalId", "ehr%7C1");
        ids.put("language", "en");
        ids.put("key", "evening");
        ids.put("version", "2");
        ids.put("other", "1");
        ids.put("questionnaire", "phq-9");
        ids.put("scale", "total");
        var answered = task(clinician, client);
        ids.put("responseId", answer(client, answered, CRITICAL));
        ids.put("feedbackId", feedback(clinician, ids.get("responseId")));
        ids.put("assignmentId", assignment(clinician, client));
        ids.put("taskId", taskOf(clinician, ids.get("assignmentId")));
        var ladder = Noting.ladder(client, 2, 5);
        ids.put("ladderId", ladder);
        ids.put("rungId", Noting.rungs(client, ladder).get(0));
        ids.put("goalId", goal(clinician, client));
        formulation(clinician, client);
        ids.put("logId", Noting.log(client, Noting.task(clinician, client), Noting.DONE));
        ids.put("alertId", first(clinician, "/v1/alerts"));
        ids.put("absenceId", absence(clinician));
        ids.put("localModelId", localModel(admin));
        var webhook = webhook(integration);
        ids.put("webhookId", webhook);
        ids.put("eventId", tested(integration, webhook));
        ids.put("enrollmentId", enrollment(clinician, client));
        ids.put("step", "w0-review");
        ids.put("week", "0");
        ids.put("sessionId", first(client, "/v1/me/sessions"));
        ids.put("careTeamMemberId", first(clinician, "/v1/clients/" + client.id() + "/care-team"));
        return new Caseload(clinician, client, ids);
    }

    /** What the practice's closed episodes came to: too few yet. */
    private String localModel(Someone admin) {
        var id = Ids.next();
        people.run(admin.practice(), """
            insert into local_model (practice_id, id, questionnaire_practice_id, questionnaire_key, questionnaire_version, scale, author, rule,
                                     rule_version, made_at, episodes, reason)
            values (kith_practice(), ?, '00000000-0000-0000-0000-000000000000', 'phq-9', 1, 'total', 'client', 'local-expected-response', 1,
                    now(), 12, 'TOO_FEW_EPISODES')
            """, id);
        return id.toString();
    }

    /** Hears of everything, where nobody listens; its id. */
    private static String webhook(Someone who) {
        return who.asks()
                .body("{\"url\": \"http://127.0.0.1:9/kith\"}")
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Puts a test into line; the id of its event. */
    private static String tested(Someone who, String webhook) {
        return who.asks()
                .post("/v1/webhooks/" + webhook + "/test")
                .then()
                .statusCode(202)
                .extract()
                .path("eventId");
    }

    /** Says that somebody is away for a week; the absence's id. */
    public String absence(Someone member) {
        return member.asks()
                .body("{\"from\": \"2027-01-04\", \"until\": \"2027-01-11\"}")
                .post("/v1/members/" + member.id() + "/absences")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A PHQ-9 that is open now; its task's id. */
    public String task(Someone clinician, Someone client) {
        return taskOf(clinician, assignment(clinician, client));
    }

    public String assignment(Someone clinician, Someone client) {
        return clinician
                .asks()
                .body("{\"questionnaire\": \"phq-9\"}")
                .post("/v1/clients/" + client.id() + "/assignments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A goal that is active; its id. */
    public String goal(Someone clinician, Someone client) {
        return clinician
                .asks()
                .body(GOAL)
                .post("/v1/clients/" + client.id() + "/goals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** What both sides understand of where it comes from. */
    private static void formulation(Someone clinician, Someone client) {
        clinician
                .asks()
                .header("If-Match", "*")
                .body(FORMULATION)
                .put("/v1/clients/" + client.id() + "/formulation")
                .then()
                .statusCode(200);
        client.asks()
                .header("If-Match", "*")
                .body("{\"tags\": [\"neglect\"], \"words\": {\"text\": \"My own\", \"sharing\": \"private\"}}")
                .put("/v1/me/origins")
                .then()
                .statusCode(200);
    }

    public String enrollment(Someone clinician, Someone client) {
        return clinician
                .asks()
                .body("{\"program\": \"somatic-first-steps\"}")
                .post("/v1/clients/" + client.id() + "/enrollments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public String taskOf(Someone clinician, String assignment) {
        return first(clinician, "/v1/assignments/" + assignment + "/tasks");
    }

    /** Completes a task; the id of its response. */
    public String answer(Someone client, String task, String answers) {
        return client.asks()
                .body(answers)
                .put("/v1/tasks/" + task + "/response")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Says something about a response; the id of what was said. */
    public String feedback(Someone who, String response) {
        return who.asks()
                .body("{\"text\": \"Thank you for this.\"}")
                .post("/v1/responses/" + response + "/feedback")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A complete PHQ-9: one on each item, and this on the ninth. */
    public static String answers(int ninth) {
        var answers = new StringBuilder();
        for (var item = 1; item <= 8; item++) {
            answers.append("\"phq-9.%d\": 1, ".formatted(item));
        }
        return "{\"answers\": {%s\"phq-9.9\": %d, \"phq-9.10\": 1}, \"complete\": true}".formatted(answers, ninth);
    }

    private static String first(Someone who, String list) {
        var found =
                RestAssured.given().auth().oauth2(who.token()).get(list).then().statusCode(200);
        return found.extract().path("items[0].id");
    }

    private static String[] scopes() {
        var scopes = new TreeSet<String>();
        for (var operation : Operations.all()) {
            if (operation.scopes() != null) {
                scopes.addAll(operation.scopes());
            }
        }
        scopes.remove("");
        return scopes.toArray(String[]::new);
    }

    /** Says where a goal stands. */
    public static void rates(Someone who, String goal, int level) {
        who.asks()
                .body("{\"level\": " + level + "}")
                .post("/v1/goals/" + goal + "/ratings")
                .then()
                .statusCode(201);
    }

    /** Changes a goal, whatever its version. */
    public static void changesGoal(Someone who, String goal, String body) {
        who.asks()
                .header("If-Match", "*")
                .body(body)
                .patch("/v1/goals/" + goal)
                .then()
                .statusCode(200);
    }
}
