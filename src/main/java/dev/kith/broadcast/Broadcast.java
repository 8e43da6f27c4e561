package dev.kith.broadcast;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells all replicas, this one too, that something of a practice changed: exactly when the running transaction commits. */
@ApplicationScoped
public class Broadcast {
    /** The one channel; a payload is a topic, a space and the practice's id. */
    static final String CHANNEL = "kith_news";

    private static final String NOTIFY = "select pg_notify(?, ?)";

    @Inject
    AgroalDataSource database;

    @Inject
    Event<Told> told;

    @Inject
    Event<Heard> heard;

    /** Said in a transaction that is still running. */
    record Told(Heard news) {}

    /**
     * What a statement of the caller's own gives to {@code pg_notify}.
     *
     * @param payload as the other replicas read it
     */
    public record Notice(String channel, String payload) {}

    /** Call it in the transaction of the change; the topic is one lower-kebab word. */
    public void tell(String topic, UUID practice) {
        var notice = notice(topic, practice);
        try (var connection = database.getConnection();
                var notify = connection.prepareStatement(NOTIFY)) {
            notify.setString(1, notice.channel());
            notify.setString(2, notice.payload());
            notify.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The other replicas could not be told", e);
        }
        toldBy(topic, practice);
    }

    /** For whoever tells the other replicas in the same statement that makes the change; this one is told by {@link #toldBy}. */
    public Notice notice(String topic, UUID practice) {
        return new Notice(CHANNEL, topic + " " + practice);
    }

    /** This replica hears of it when the running transaction commits; the others were told by a statement of the caller's own. */
    public void toldBy(String topic, UUID practice) {
        told.fire(new Told(new Heard(topic, practice)));
    }

    /** Here at once: who changed something finds it changed. */
    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Told said) {
        heard.fire(said.news());
    }

    /** Null when it is none of ours. */
    static @Nullable Heard read(String payload) {
        var words = payload.split(" ", -1);
        try {
            return words.length == 2 ? new Heard(words[0], UUID.fromString(words[1])) : null;
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }
}
