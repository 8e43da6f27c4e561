package dev.kith.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.exercise.LogValues;
import dev.kith.exercise.Sharing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What clients say of who may read their words, online and offline, in whatever order and batches it comes. */
class ChoicesPropertiesTest {
    private static final String PLACE = "after.learned";
    private static final Set<String> THERE = Set.of(PLACE);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** What was said when, and whether the network was there. */
    private record Word(Sharing sharing, Instant at, boolean offline) {}

    /** By which order, how late, by how wrong a clock and how slow a network it comes. */
    private record Way(Duration ahead, Random chance, int slowest) {
        Choices comes(List<Word> said) {
            var choices = Choices.NONE;
            var queue = new ArrayList<Word>();
            for (var word : said) {
                if (word.offline()) {
                    queue.add(word);
                } else {
                    choices = choices.plus(Map.of(PLACE, word.sharing()), Moment.online(word.at()), false);
                }
                if (chance.nextInt(4) == 0) {
                    choices = sent(choices, queue, word.at().plusMillis(1));
                }
            }
            while (!queue.isEmpty()) {
                choices = sent(choices, queue, said.get(said.size() - 1).at().plusSeconds(30));
            }
            return choices;
        }

        /** A batch of some, in any order; the network takes its time, but no more than was doubted. */
        private Choices sent(Choices before, List<Word> queue, Instant now) {
            Collections.shuffle(queue, chance);
            var choices = before;
            var batch = queue.subList(0, queue.isEmpty() ? 0 : 1 + chance.nextInt(queue.size()));
            var heard = now.plusSeconds(chance.nextInt(slowest + 1));
            for (var word : batch) {
                var when = Moment.offline(word.at().plus(ahead), now.plus(ahead), heard);
                choices = choices.plus(Map.of(PLACE, word.sharing()), when, false);
            }
            batch.clear();
            return choices;
        }
    }

    @Property(tries = 2000)
    void whatWasSaidLastStandsInWhateverOrderItComes(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 5) Integer> spoken,
            @ForAll long seed,
            @ForAll @IntRange(min = -90_000, max = 90_000) int ahead) {
        var said = words(spoken, Duration.ofMinutes(3));
        for (var time = 0; time < 3; time++) {
            var choices = new Way(Duration.ofSeconds(ahead), new Random(seed + time), 20).comes(said);
            assertThat(standing(choices)).isEqualTo(last(said).sharing());
        }
    }

    /** However close together: at worst they are asked to say it again. */
    @Property(tries = 2000)
    void nothingEverStandsWiderThanWhatWasSaidLast(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 5) Integer> spoken,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 90) int apart,
            @ForAll @IntRange(min = -90_000, max = 90_000) int ahead) {
        var said = words(spoken, Duration.ofSeconds(apart));
        var choices = new Way(Duration.ofSeconds(ahead), new Random(seed), 60).comes(said);
        assertThat(standing(choices)).isLessThanOrEqualTo(last(said).sharing());
    }

    @Property(tries = 1000)
    void theSameWordsEndTheSameWhateverTheirOrder(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 2) Integer> spoken,
            @ForAll @Size(min = 8, max = 8) List<@IntRange(min = 0, max = 180) Integer> at,
            @ForAll long seed) {
        var all = new ArrayList<Choices.Choice>();
        for (var i = 0; i < spoken.size(); i++) {
            var shown = NOON.plusSeconds(at.get(i));
            all.add(new Choices.Choice(
                    Sharing.values()[spoken.get(i)], Moment.offline(shown, NOON.plusSeconds(i * 40L), NOON), false));
        }
        var first = added(all);
        Collections.shuffle(all, new Random(seed));
        assertThat(added(all)).isEqualTo(first);
    }

    @Test
    void ofOneMomentTheNarrowestStands() {
        var when = Moment.offline(NOON.minusSeconds(90), NOON, NOON);
        for (var order : List.of(List.of(0, 1, 2), List.of(2, 1, 0), List.of(1, 0, 2))) {
            var choices = Choices.NONE;
            for (var sharing : order) {
                choices = choices.plus(Map.of(PLACE, Sharing.values()[sharing]), when, false);
            }
            assertThat(standing(choices)).isEqualTo(Sharing.PRIVATE);
        }
    }

    @Test
    void callsOfOneMomentStandInTheOrderInWhichTheyCame() {
        var choices = Choices.NONE;
        for (var sharing : List.of(Sharing.PRIVATE, Sharing.SHARED, Sharing.SHARE_AT_SESSION, Sharing.SHARED)) {
            choices = choices.plus(Map.of(PLACE, sharing), Moment.online(NOON), false);
            assertThat(standing(choices)).isEqualTo(sharing);
        }
    }

    @Test
    void aClockThatIsInTheFutureDoesNotUndoWhatIsSaidAfterwards() {
        var wrong = Moment.offline(NOON.plusSeconds(86_400), NOON, NOON);
        var choices = Choices.NONE
                .plus(Map.of(PLACE, Sharing.SHARED), wrong, false)
                .plus(Map.of(PLACE, Sharing.PRIVATE), Moment.online(NOON.plusSeconds(1)), false);
        assertThat(standing(choices)).isEqualTo(Sharing.PRIVATE);
    }

    @Test
    void forTheSessionItCountsFromWhenWeHeardIt() {
        var monday = Moment.online(NOON);
        var choices = Choices.NONE.plus(Map.of(PLACE, Sharing.SHARE_AT_SESSION), monday, false);
        assertThat(choices.since(THERE)).containsEntry(PLACE, NOON);
        // the same again leaves it, and what was said between ends it
        var again = Moment.online(NOON.plusSeconds(7_200));
        var twice = choices.plus(Map.of(PLACE, Sharing.SHARE_AT_SESSION), again, false);
        assertThat(twice.since(THERE)).containsEntry(PLACE, NOON);
        var between = Moment.offline(NOON.plusSeconds(3_600), NOON.plusSeconds(9_000), NOON.plusSeconds(9_000));
        assertThat(twice.plus(Map.of(PLACE, Sharing.PRIVATE), between, false).since(THERE))
                .containsEntry(PLACE, again.at());
        // what an app says of earlier opens nothing earlier
        var heard = NOON.plusSeconds(86_400);
        var late =
                Choices.NONE.plus(Map.of(PLACE, Sharing.SHARE_AT_SESSION), Moment.offline(NOON, heard, heard), false);
        assertThat(late.since(THERE)).containsEntry(PLACE, heard);
        assertThat(late.worded(THERE, heard.plusSeconds(9)).since(THERE)).containsEntry(PLACE, heard.plusSeconds(9));
    }

    @Test
    void whatALaterDraftSaysTakesThePlaceOfWhatAnEarlierOneSaid() {
        var early = Moment.offline(NOON.minusSeconds(7_200), NOON, NOON);
        var late = Moment.offline(NOON.minusSeconds(3_600), NOON, NOON);
        var last = Moment.offline(NOON.minusSeconds(60), NOON, NOON);
        var draft = Choices.NONE.written(Map.of(PLACE, Sharing.PRIVATE), late);
        assertThat(standing(draft.written(Map.of(PLACE, Sharing.SHARED), early)))
                .isEqualTo(Sharing.SHARED);
        assertThat(standing(draft.overtaken(Map.of(PLACE, Sharing.SHARED), early)))
                .isEqualTo(Sharing.PRIVATE);
        assertThat(standing(Choices.NONE.overtaken(Map.of(PLACE, Sharing.SHARED), early)))
                .isEqualTo(Sharing.SHARED);
        var said = draft.plus(Map.of(PLACE, Sharing.SHARE_AT_SESSION), last, false);
        assertThat(standing(said.written(Map.of(PLACE, Sharing.SHARED), late))).isEqualTo(Sharing.SHARE_AT_SESSION);
        assertThat(said.over(words("shared")).at(PLACE))
                .isEqualTo(words("share-at-session").at(PLACE));
        assertThat(draft.over(words("shared")).at(PLACE))
                .isEqualTo(words("private").at(PLACE));
    }

    @Test
    void onlySoMuchIsKeptOfWhatWasSaid() {
        var choices = Choices.NONE;
        for (var i = 0; i < 200; i++) {
            choices = choices.plus(Map.of(PLACE, Sharing.values()[i % 3]), Moment.online(NOON.plusSeconds(i)), false);
        }
        assertThat(Objects.requireNonNull(choices.places().get(PLACE)).said()).hasSize(50);
        assertThat(standing(choices)).isEqualTo(Sharing.values()[199 % 3]);
    }

    private static LogValues words(String sharing) {
        return LogValues.sent(Map.of(), Map.of(), Map.of("learned", Map.of("text", "words", "sharing", sharing)));
    }

    private static List<Word> words(List<Integer> spoken, Duration apart) {
        var said = new ArrayList<Word>();
        for (var word : spoken) {
            said.add(new Word(Sharing.values()[word % 3], NOON.plus(apart.multipliedBy(said.size())), word / 3 == 0));
        }
        return said;
    }

    private static Word last(List<Word> said) {
        return said.stream().max(Comparator.comparing(Word::at)).orElseThrow();
    }

    private static Choices added(List<Choices.Choice> all) {
        var choices = Choices.NONE;
        for (var one : all) {
            choices = choices.plus(Map.of(PLACE, one.sharing()), one.when(), false);
        }
        return choices;
    }

    private static Sharing standing(Choices choices) {
        return Optional.ofNullable(choices.places().get(PLACE))
                .flatMap(Choices.AtPlace::standing)
                .orElseThrow()
                .sharing();
    }
}
