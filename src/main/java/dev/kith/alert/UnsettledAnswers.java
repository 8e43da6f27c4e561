package dev.kith.alert;

import dev.kith.program.OpenConcerns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Critical answers whose alerts are not resolved, for programs that are about to begin. */
@ApplicationScoped
class UnsettledAnswers implements OpenConcerns {
    @Inject
    Alerts alerts;

    @Override
    public List<Concern> of(UUID client) {
        return alerts.unsettledOf(client).stream()
                .map(alert -> new Concern(
                        alert.aboutId, Objects.requireNonNull(alert.questionnaire), alert.rule, alert.raisedAt))
                .toList();
    }
}
