package dev.kith.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;

/** Assignments with their schedules; one query for any number. */
@ApplicationScoped
class AssignmentViews {
    @Inject
    ScheduleBook book;

    AssignmentView of(Assignment assignment) throws SQLException {
        return of(assignment, book.of(assignment));
    }

    AssignmentView of(Assignment assignment, ScheduleView schedule) {
        return AssignmentView.of(assignment, schedule);
    }

    List<AssignmentView> of(List<Assignment> assignments) throws SQLException {
        var schedules = book.current(assignments.stream().map(a -> a.id).toList());
        return assignments.stream()
                .map(assignment -> of(assignment, schedules.require(assignment)))
                .toList();
    }
}
