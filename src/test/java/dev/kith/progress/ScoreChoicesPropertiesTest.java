package dev.kith.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.response.HiddenScore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whatever the two sides choose in whatever order: neither undoes what the other chose, and the past can be told from what was noted. */
class ScoreChoicesPropertiesTest {
    private static final List<String> KEYS = List.of("gad-7", "k10", "phq-9");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final UUID SOMEBODY = new UUID(0, 7);

    @Property(tries = 300)
    void neitherSideUndoesWhatTheOtherChose(@ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int turns) {
        var chance = new Random(seed);
        var choices = ScoreChoices.of(List.of());
        Set<String> byCareTeam = Set.of();
        Set<String> byClient = Set.of();
        for (var turn = 0; turn < turns; turn++) {
            var at = NOON.plusSeconds(turn);
            if (chance.nextBoolean()) {
                byCareTeam = some(chance, KEYS);
                choices = choices.byCareTeam(byCareTeam, how(chance, byCareTeam), SOMEBODY, at);
            } else {
                byClient = some(chance, KEYS);
                var agreed = some(chance, byCareTeam);
                var asked = some(chance, without(byCareTeam, agreed, byClient));
                choices = choices.byClient(byClient, asked, agreed, at);
                assertThat(keys(choices, score -> team(score, HiddenScore.ByCareTeam::askedAt)))
                        .isEqualTo(asked);
                assertThat(keys(choices, score -> team(score, HiddenScore.ByCareTeam::agreedAt)))
                        .isEqualTo(agreed);
            }
            assertThat(keys(choices, score -> score.byCareTeam() != null)).isEqualTo(byCareTeam);
            assertThat(keys(choices, score -> score.ownSince() != null)).isEqualTo(byClient);
            assertThat(choices.all())
                    .noneMatch(score -> team(score, HiddenScore.ByCareTeam::askedAt)
                            && team(score, HiddenScore.ByCareTeam::agreedAt));
        }
    }

    /** From the codes of the history alone, what stands is found again. */
    @Property(tries = 300)
    void theHistoryTellsWhatStands(@ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int turns) {
        var chance = new Random(seed);
        var choices = ScoreChoices.of(List.of());
        var told = new HashMap<String, Set<String>>();
        for (var turn = 0; turn < turns; turn++) {
            var at = NOON.plusSeconds(turn);
            var hidden = keys(choices, score -> score.byCareTeam() != null);
            var agreed = some(chance, hidden);
            var own = some(chance, KEYS);
            var team = some(chance, KEYS);
            var after = chance.nextBoolean()
                    ? choices.byCareTeam(team, how(chance, team), SOMEBODY, at)
                    : choices.byClient(own, some(chance, without(hidden, agreed, own)), agreed, at);
            for (var change : after.since(choices)) {
                hear(told, change);
            }
            choices = after;
            var stands = new HashMap<String, Set<String>>();
            for (var score : choices.all()) {
                stands.put(score.questionnaire(), stands(score));
            }
            told.values().removeIf(Set::isEmpty);
            assertThat(told).isEqualTo(stands);
            assertThat(choices.since(choices)).isEmpty();
        }
    }

    @Test
    void whatIsHiddenAnewHasNotBeenAgreedOn() {
        var hidden = Set.of("phq-9");
        var agreed = ScoreChoices.of(List.of())
                .byCareTeam(hidden, Map.of(), SOMEBODY, NOON)
                .byClient(Set.of(), Set.of(), hidden, NOON.plusSeconds(1));
        assertThat(agreed.byCareTeam(hidden, Map.of(), SOMEBODY, NOON.plusSeconds(2)))
                .isEqualTo(agreed);
        var anew = agreed.byCareTeam(Set.of(), Map.of(), SOMEBODY, NOON.plusSeconds(2))
                .byCareTeam(hidden, Map.of(), SOMEBODY, NOON.plusSeconds(3));
        assertThat(anew.all())
                .singleElement()
                .isEqualTo(new HiddenScore(
                        "phq-9",
                        new HiddenScore.ByCareTeam(NOON.plusSeconds(3), SOMEBODY, null, null, null, null, null),
                        null));
    }

    private static void hear(Map<String, Set<String>> told, VisibilityChange change) {
        var said = told.computeIfAbsent(change.questionnaire(), key -> new TreeSet<>());
        switch (change.what()) {
            case HIDDEN -> said.add("hidden");
            case SHOWN -> said.retainAll(Set.of("own"));
            case TALKED_ABOUT -> said.add("talked");
            case NOT_TALKED_ABOUT -> said.remove("talked");
            case KEPT -> said.remove("asked");
            case ASKED -> said.add("asked");
            case ASK_WITHDRAWN -> said.remove("asked");
            case AGREED -> said.add("agreed");
            case AGREEMENT_WITHDRAWN -> said.remove("agreed");
            case OWN_HIDDEN -> said.add("own");
            case OWN_SHOWN -> said.remove("own");
            case EXPLAINED -> {}
        }
    }

    private static Set<String> stands(HiddenScore score) {
        var stands = new TreeSet<String>();
        if (score.ownSince() != null) {
            stands.add("own");
        }
        if (score.byCareTeam() != null) {
            stands.add("hidden");
        }
        if (team(score, HiddenScore.ByCareTeam::talk)) {
            stands.add("talked");
        }
        if (team(score, HiddenScore.ByCareTeam::askedAt)) {
            stands.add("asked");
        }
        if (team(score, HiddenScore.ByCareTeam::agreedAt)) {
            stands.add("agreed");
        }
        return stands;
    }

    private static boolean team(HiddenScore score, java.util.function.Function<HiddenScore.ByCareTeam, Object> member) {
        return score.byCareTeam() != null && Objects.nonNull(member.apply(score.byCareTeam()));
    }

    private static Set<String> keys(ScoreChoices choices, Predicate<HiddenScore> which) {
        return choices.all().stream()
                .filter(which)
                .map(HiddenScore::questionnaire)
                .collect(Collectors.toSet());
    }

    private static Set<String> some(Random chance, java.util.Collection<String> of) {
        return of.stream().filter(key -> chance.nextBoolean()).collect(Collectors.toSet());
    }

    private static Set<String> without(Set<String> all, Set<String> some, Set<String> others) {
        return all.stream()
                .filter(key -> !some.contains(key) && !others.contains(key))
                .collect(Collectors.toSet());
    }

    private static Map<String, HowHidden> how(Random chance, Set<String> hidden) {
        return some(chance, hidden).stream()
                .collect(Collectors.toMap(
                        key -> key,
                        key -> chance.nextBoolean()
                                ? new HowHidden(key, true, null)
                                : new HowHidden(key, false, chance.nextBoolean() ? "too early" : null)));
    }
}
