package dev.kith.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.alert.NewsFeed.Present;
import dev.kith.alert.NewsFeed.Told;
import dev.kith.security.Caller;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** One reader of a stream: what they are told once, from where they resume, and what becomes of one who does not read. */
class ReaderTest {
    private static final UUID PRACTICE = new UUID(0, 7);
    private final AtomicBoolean hungUp = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Reader reader = new Reader(Caller.system(PRACTICE), Instant.MAX, null, () -> hungUp.set(true));

    @Test
    void whatMayYetBeOvertakenNamesThePlaceBeforeIt() {
        var seen = listening(100);
        var present = new Present(50, 60);
        reader.from(present);
        reader.tell(List.of(step(45, 1), step(55, 2)), present);
        assertThat(positions(seen.getItems()))
                .containsExactly(
                        NewsPosition.before(50), new NewsPosition(45, new UUID(1, 1), 1), NewsPosition.before(50));
    }

    @Test
    void whatIsReadAgainIsNotToldAgain() {
        var seen = listening(100);
        var present = new Present(50, 60);
        reader.from(present);
        reader.tell(List.of(step(55, 1)), present);
        reader.readAll(present);
        reader.tell(List.of(step(52, 2), step(55, 1)), present);
        reader.readAll(present);
        assertThat(seen.getItems().stream().map(Reader.Message::name))
                .containsExactly("open", "alert.raised", "alert.raised");
        assertThat(reader.from(new Present(56, 60))).isEqualTo(NewsPosition.before(50));
    }

    @Test
    void whoDoesNotReadIsCutOffWhenTooMuchWaits() {
        listening(0);
        var present = new Present(50, 60);
        reader.from(present);
        var news = new ArrayList<Told>();
        for (var i = 0; i < Reader.MOST_WAITING; i++) {
            news.add(step(10 + i, i));
        }
        reader.tell(news.subList(0, Reader.MOST_WAITING - 1), present);
        assertThat(hungUp).isFalse();
        reader.tell(news, present);
        assertThat(hungUp).isTrue();
        assertThat(reader.isEnded()).isTrue();
    }

    @Test
    void whoDoesNotTakeASignOfLifeIsCutOffAtTheNextButOne() {
        listening(0);
        reader.beat();
        reader.beat();
        assertThat(hungUp).isFalse();
        reader.beat();
        assertThat(hungUp).isTrue();
    }

    @Test
    void whoReadsIsNotCutOff() {
        var seen = listening(1_000);
        for (var i = 0; i < 500; i++) {
            reader.beat();
        }
        assertThat(hungUp).isFalse();
        assertThat(seen.getItems()).hasSize(500);
    }

    @Test
    void whoWentAwayIsForgotten() {
        listening(1).cancel();
        assertThat(ended).isTrue();
        assertThat(reader.wake()).isFalse();
    }

    private AssertSubscriber<Reader.Message> listening(long reads) {
        return reader.messages(() -> {}, () -> ended.set(true))
                .subscribe()
                .withSubscriber(AssertSubscriber.create(reads));
    }

    private static List<NewsPosition> positions(List<Reader.Message> messages) {
        return messages.stream()
                .map(message -> NewsPosition.read(message.id(), PRACTICE))
                .toList();
    }

    private static Told step(long transaction, int number) {
        var alert = new UUID(1, number);
        var news = new AlertNews(alert, new UUID(2, 2), number, "raised", "open", "critical", Instant.EPOCH);
        return new Told(new NewsPosition(transaction, alert, number), news);
    }
}
