package dev.kith.assignment;

import dev.kith.client.ClientTurns;
import dev.kith.refusal.Heard;
import dev.kith.refusal.Heeds;
import dev.kith.refusal.RefusedCall;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;

/** That a task felt unsafe is told to the clinician, though the task is skipped for something else already, or cannot be skipped now. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class HeedingSkips implements Heeds {
    @Inject
    ClientTurns turns;

    @Inject
    Tasks tasks;

    @Inject
    Event<ClientTroubled> troubled;

    @Override
    public String kind() {
        return "skip";
    }

    @Override
    public Set<Class<?>> bodies() {
        return Set.of(SkipTask.class);
    }

    @Override
    public Heard heed(Caller caller, RefusedCall call) {
        var id = call.task();
        var client = caller.clientId();
        if (id != null && client != null && Barrier.FELT_UNSAFE.code().equals(call.text("barrier"))) {
            tell(caller, client, id);
        }
        return Heard.NOTHING;
    }

    /** Once a task, however often it is said. */
    private void tell(Caller caller, UUID client, UUID id) {
        turns.take(client);
        tasks.findByIdOptional(id)
                .filter(task -> task.clientId.equals(client))
                .ifPresent(task -> troubled.fire(new ClientTroubled(caller, client, "felt-unsafe", task.id, "")));
    }
}
