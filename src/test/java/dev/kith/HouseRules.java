package dev.kith;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.notBePublic;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.HttpMethod;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the house keeps, as rules over its classes. Each is seen to fail in HouseRulesFailTest. */
final class HouseRules {
    /** Entities that belong to no practice: the practices themselves, and shipped content. */
    private static final Set<String> NOT_OWNED = Set.of("Practice");
    /** Transactions outside use cases: jobs and doors whose name is no gerund. */
    private static final Set<String> TRANSACTIONAL = Set.of();
    /** Native SQL and sessions, each behind row-level security: what cannot be said in HQL, or is measured to need it. */
    private static final Set<String> OWN_SQL = Set.of(
            "AccessLines",
            "Accounts",
            "AgreedFacts",
            "AlertPolicies",
            "AlertStory",
            "Alerts",
            "Amending",
            "Assignments",
            "AttentionList",
            "AuditRows",
            "BriefFacts",
            "CaseloadFacts",
            "GivenResponses",
            "RunningEnrollments",
            "Authority",
            "Bringing",
            "Broadcast",
            "BringingLate",
            "Capping",
            "CareTeam",
            "ChangeFeed",
            "ClockRows",
            "Claiming",
            "ClaimingDeliveries",
            "ClaimingTellings",
            "ClientList",
            "Clients",
            "ClientTurns",
            "ClosedEpisodes",
            "Closing",
            "Correcting",
            "CrisisCards",
            "Deliveries",
            "Demo",
            "EndingSteps",
            "Enrollments",
            "EventFeed",
            "Following",
            "LeftAlerts",
            "DueAlerts",
            "FeedRows",
            "FormulationDirectory",
            "Integrations",
            "EveryPractice",
            "KeptReplies",
            "KnownZones",
            "ListingReminders",
            "LatestAnswers",
            "Letterheads",
            "LoggingLate",
            "Materialising",
            "ModelBook",
            "ModelRound",
            "MovedClocks",
            "NewsFeed",
            "Noting",
            "NotingDeliveries",
            "NotingTellings",
            "OpenTasks",
            "OwnPractice",
            "Planning",
            "Remembering",
            "ReviewList",
            "RevisionBook",
            "RungNumbers",
            "Rosters",
            "RuleBook",
            "ScheduleBook",
            "ScoreBook",
            "SeenAlerts",
            "Settling",
            "ShownCards",
            "SignInThrottle",
            "StepCounts",
            "Steps",
            "StoredVersions",
            "StoredWordings",
            "TaskBook",
            "TaskMaker",
            "TenancyGuard",
            "ScoreLines",
            "MissedMeasures",
            "PolicyBook",
            "ProgramClients",
            "ScoreRuns",
            "SignalBook",
            "JudgedBook",
            "SignalFacts",
            "Watch",
            "HiddenScores",
            "WorkBook",
            "Turns",
            "Unread",
            "VisibilityStory",
            "VersionBook",
            "VersionRows",
            "VersionWords",
            "Webhooks");

    private static final Set<String> CLOCKS = Set.of("now", "currentTimeMillis", "systemUTC", "systemDefaultZone");

    /** Rooms that a sandbox's clock must not move: identity and authority, the trail, retries, and who wrote what when. */
    private static final String[] REAL_TIME = Stream.of(
                    "identity",
                    "security",
                    "limits",
                    "idempotency",
                    "audit",
                    "outbox",
                    "practice",
                    "letterhead",
                    "client",
                    "content",
                    "authoring",
                    "webhook")
            .map(room -> "dev.kith." + room + "..")
            .toArray(String[]::new);

    private HouseRules() {}

    /** By the sentence that each rule says. */
    static Map<String, ArchRule> all() {
        var rules = new TreeMap<String, ArchRule>();
        rules.put("arrows point down", classes().should(new Storeys()));
        rules.put(
                "rooms do not know each other in circles",
                slices().matching("dev.kith.(*)..").should().beFreeOfCycles());
        rules.put("engines are plain Java", enginesArePlain());
        rules.put(
                "entities stay in their room",
                classes().that().areAnnotatedWith("jakarta.persistence.Entity").should(notBePublic()));
        rules.put(
                "entities belong to a practice",
                classes()
                        .that()
                        .areAnnotatedWith("jakarta.persistence.Entity")
                        .and(not("listed", type -> NOT_OWNED.contains(type.getSimpleName())))
                        .should()
                        .beAssignableTo("dev.kith.tenancy.PracticeOwned"));
        rules.put(
                "no entity saves itself",
                noClasses().should().beAssignableTo("io.quarkus.hibernate.orm.panache.PanacheEntityBase"));
        rules.put(
                "endpoint methods are public",
                methods().that(areEndpoints()).should().bePublic());
        rules.put("every endpoint says who may call it", methods().should(new Guarded(areEndpoints())));
        rules.put(
                "no class hides another's endpoints",
                methods().that(areEndpoints()).should(new Routed()));
        rules.put("what the contract tells has a name of its own", classes().should(new ToldByOneName()));
        rules.put("transactions begin in use cases", transactionsBeginInUseCases());
        rules.put("the clock is injected", clockIsInjected());
        rules.put("who may do what goes by real time", realTimeWhereNobodyMovesIt());
        rules.put(
                "names say what the clinic says",
                noClasses().should().haveNameMatching(".*(Service|Manager|Helper|Utils?|Impl|DTO|Dto|Mapper)"));
        rules.put("own SQL is listed", ownSqlIsListed());
        rules.replaceAll((name, rule) -> rule.as(name).allowEmptyShould(true));
        return rules;
    }

    private static ArchRule enginesArePlain() {
        var engines =
                Storeys.ENGINES.stream().map(room -> "dev.kith." + room + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAnyPackage(engines)
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta..", "io..", "org.hibernate..", "com..", "dev.kith..")
                        .and(not("of an engine", resideInAnyPackage(engines))));
    }

    private static ArchRule transactionsBeginInUseCases() {
        var useCases = not(
                "a use case",
                type -> type.getSimpleName().matches("([A-Z][a-z]*)*[A-Z][a-z]*ing([A-Z].*)?")
                        || TRANSACTIONAL.contains(type.getSimpleName()));
        return noClasses()
                .that(useCases)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.transaction.Transactional");
    }

    private static ArchRule clockIsInjected() {
        DescribedPredicate<AccessTarget> readsTheClock = DescribedPredicate.describe(
                "reads the clock or makes an id",
                target -> (target.getOwner().getPackageName().startsWith("java.time")
                                && CLOCKS.contains(target.getName())
                                && !target.getFullName().contains("java.time.Clock)"))
                        || target.getFullName().startsWith("java.lang.System.currentTimeMillis")
                        || target.getFullName().startsWith("java.util.UUID.randomUUID"));
        return noClasses()
                .that()
                .resideOutsideOfPackage("dev.kith.time")
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "reads the clock or makes an id", access -> readsTheClock.test(access.getTarget())));
    }

    private static ArchRule realTimeWhereNobodyMovesIt() {
        return fields().that()
                .haveRawType("java.time.Clock")
                .and()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(REAL_TIME)
                .should()
                .beAnnotatedWith("dev.kith.time.RealTime");
    }

    private static ArchRule ownSqlIsListed() {
        DescribedPredicate<JavaClass> doors = assignableTo("jakarta.persistence.EntityManager")
                .or(assignableTo("org.hibernate.StatelessSession"))
                .or(assignableTo("javax.sql.DataSource"));
        return noClasses()
                .that()
                .resideOutsideOfPackage("dev.kith.database..")
                .and(not("listed", type -> OWN_SQL.contains(type.getSimpleName())))
                .and(not("generated", type -> type.getSimpleName().endsWith("_"))) // the checked queries' own
                .should()
                .dependOnClassesThat(doors);
    }

    private static DescribedPredicate<JavaMember> areEndpoints() {
        return DescribedPredicate.describe(
                "are endpoints",
                member -> member instanceof JavaMethod method
                        && method.getAnnotations().stream()
                                .anyMatch(mark -> mark.getRawType().isAnnotatedWith(HttpMethod.class)));
    }

    private static DescribedPredicate<JavaClass> not(
            String what, java.util.function.Predicate<? super JavaClass> predicate) {
        return DescribedPredicate.describe("not " + what, type -> !predicate.test(type));
    }
}
