package dev.kith.assignment;

import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;

/** Assignments with their schedules; one query for any number. */
@ApplicationScoped
class AssignmentViews {
    @Inject
    ScheduleBook book;

    AssignmentView of(Caller caller, Assignment assignment) throws SQLException {
        return AssignmentView.of(caller, assignment, book.of(assignment));
    }

    List<AssignmentView> of(Caller caller, List<Assignment> assignments) throws SQLException {
        var schedules = book.current(assignments.stream().map(a -> a.id).toList());
        return assignments.stream()
                .map(assignment -> AssignmentView.of(caller, assignment, schedules.require(assignment)))
                .toList();
    }
}
