package dev.kith.program;

import dev.kith.assignment.OccurrenceView;
import dev.kith.assignment.ProgramChoice;
import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientRecord;
import dev.kith.client.ClientTurns;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.problem.ProblemException;
import dev.kith.program.EnrollmentEvent.Deed;
import dev.kith.program.EnrollmentPreview.PreviewedStep;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Clients are enrolled in programs: in one step, with all that may be given at once. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Enrolling {
    private static final int FURTHEST_DAYS = 366;

    @Inject
    Enrollments enrollments;

    @Inject
    EnrollmentSteps steps;

    @Inject
    EnrollmentEvents events;

    @Inject
    Courses courses;

    @Inject
    ProgramCatalogue catalogue;

    @Inject
    ClientDirectory clients;

    @Inject
    Progression progression;

    @Inject
    OpenConcerns concerns;

    @Inject
    ProgramChoice choice;

    @Inject
    EnrollmentViews views;

    @Inject
    ReviewList reviews;

    @Inject
    ClientTurns clientTurns;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** One running enrolment of a program at a time: of any number of twins one goes first, the others are told. */
    EnrollmentView enrol(Caller caller, UUID clientId, EnrolClient request, @Nullable String wanted)
            throws SQLException {
        clientTurns.take(clientId);
        var client = clients.requireCaredForBy(caller, clientId).requireActive();
        var course = laidOut(caller, client, request);
        if (enrollments.runs(clientId, course.program())) {
            throw ProblemException.conflict(
                    "already-enrolled", "The client is in this program; go on with that enrolment, or leave it first.");
        }
        enrollments.persist(course.enrollment());
        progression.begin(caller, course);
        steps.persist(course.steps()); // after the assignments, which they name
        courses.tell(caller, course, Deed.of("enrolled", request.reason()));
        if (course.enrollment().concernHolds) {
            courses.tell(caller, course, Deed.of("held", null));
        }
        enrollments.flush();
        return views.of(caller, course, wanted);
    }

    /** The same without anything stored. */
    EnrollmentPreview preview(Caller caller, UUID clientId, EnrolClient request, @Nullable String wanted)
            throws SQLException {
        var client = clients.requireCaredForBy(caller, clientId).requireActive();
        audit.read(caller, "enrollment.previewed", "client", clientId, clientId);
        var course = laidOut(caller, client, request);
        var language = course.program().languageFor(wanted);
        var judged = progression.judge(course).stream()
                .collect(Collectors.toMap((Judged one) -> one.row().id, Function.identity()));
        return new EnrollmentPreview(
                course.program().key(),
                course.program().version(),
                course.enrollment().startsOn,
                course.enrollment().state(),
                course.enrollment().concernResponseId,
                client.timeZone().getId(),
                course.steps().stream()
                        .map(row -> previewed(course, row, judged.get(row.id), language))
                        .toList(),
                EnrollmentViews.offers(course));
    }

    private PreviewedStep previewed(Course course, EnrollmentStep row, @Nullable Judged judged, String language) {
        var step = course.step(row);
        var past = judged != null && row.workKey != null && progression.isPast(course, step, row);
        var ready = judged != null && judged.ready() && course.enrollment().goesOn();
        var gates = judged == null || past || (ready && row.workKey != null) ? List.<GateState>of() : judged.gates();
        var state = judged == null || past
                ? StepState.SKIPPED
                : !ready ? StepState.WAITING : row.workKey == null ? StepState.PLANNED : StepState.ASSIGNED;
        return new PreviewedStep(
                row.step,
                row.week,
                step.type(),
                row.workKey,
                step.words().in(language),
                state,
                row.plannedOn,
                gates.stream()
                        .map(gate -> GateStateView.of(gate, language, false))
                        .toList(),
                row.workKey == null || state == StepState.SKIPPED
                        ? List.<OccurrenceView>of()
                        : choice.dates(
                                StepWorks.of(step, row.workKey, row.plannedOn),
                                course.client().timeZone()));
    }

    private Course laidOut(Caller caller, ClientRecord client, EnrolClient request) {
        var program = catalogue.findCurrent(request.program()).orElseThrow(() -> {
            if (!catalogue.versionsOf(request.program()).isEmpty()) {
                return ProblemException.conflict("program-retired", "It was retired; nobody begins it any more.");
            }
            return ProblemException.invalid("/program", "unknown-program", "No published program has this key.");
        });
        var today = courses.today(client);
        var startsOn = request.startsOn() == null ? today : request.startsOn();
        if (Math.abs(startsOn.toEpochDay() - today.toEpochDay()) > FURTHEST_DAYS) {
            throw ProblemException.invalid("/startsOn", "out-of-range", "At most a year from today.");
        }
        var now = clock.instant();
        var enrollment = new Enrollment(Ids.next(), client.id(), program, startsOn, caller, now);
        enrollment.reason = request.reason();
        concerns.of(client.id()).stream()
                .filter(one -> program.definition().heeds(one.questionnaire()))
                .filter(one -> enrollment.hears(one.response(), List.of(one.rule())))
                .forEach(one -> enrollment.concern(
                        one.response(), one.since(), program.definition().isHeldBy(one.questionnaire())));
        var rows = Layout.of(caller, enrollment, program.definition(), request, now);
        return new Course(enrollment, client, program, rows, today);
    }

    Slice<EnrollmentSummary> list(
            Caller caller, UUID clientId, @Nullable Cursor after, int limit, @Nullable String wanted) {
        clients.requireCaredForBy(caller, clientId);
        audit.read(caller, "enrollments.listed", "client", clientId, clientId);
        return Slice.of(enrollments.pageOf(clientId, after, limit), limit, e -> Cursor.of(e.id))
                .map(e -> {
                    var program = catalogue.require(e.programPracticeId, e.programKey, e.programVersion);
                    return EnrollmentSummary.of(e, program.definition().title().in(program.languageFor(wanted)));
                });
    }

    /** What clinicians are to do themselves, of all clients whom the caller sees. */
    Slice<ReviewView> reviews(
            Caller caller, ReviewState which, @Nullable Cursor after, int limit, @Nullable String wanted)
            throws SQLException {
        audit.read(caller, "reviews.listed", "enrollment", null, null);
        return Slice.of(reviews.page(caller, which, after, limit), limit, r -> Cursor.of(r.plannedOn(), r.id()))
                .map(found -> {
                    var program = catalogue.require(found.programOwner(), found.programKey(), found.programVersion());
                    return ReviewView.of(found, program, program.languageFor(wanted));
                });
    }

    EnrollmentView read(Caller caller, UUID id, @Nullable String wanted) throws SQLException {
        return views.of(caller, courses.read(caller, id, "enrollment.read"), wanted);
    }

    List<EnrollmentEventView> history(Caller caller, UUID id) {
        courses.read(caller, id, "enrollment.history-read");
        return events.of(id).stream()
                .map(event -> EnrollmentEventView.of(event, caller))
                .toList();
    }
}
