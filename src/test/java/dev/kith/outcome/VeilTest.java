package dev.kith.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VeilTest {

    @Test
    void fiveAndMoreAreTold() {
        assertThat(Veil.hidden(5, 6, 7, 30, 5, 5).isEmpty()).isTrue();
    }

    @Test
    void oneThatIsHiddenTakesAnotherAlong() {
        assertThat(Veil.hidden(12, 6, 20, 9, 7, 4)).isEqualTo(bits(1, 5));
    }

    @Test
    void whatIsHiddenComesToFiveOrMore() {
        assertThat(Veil.hidden(12, 6, 20, 1, 0, 0)).isEqualTo(bits(1, 3, 4, 5));
    }

    @Test
    void whatIsHiddenIsNotAllAlike() {
        assertThat(Veil.hidden(12, 6, 20, 9, 4, 4)).isEqualTo(bits(1, 4, 5));
        assertThat(Veil.hidden(12, 0, 0)).isEqualTo(bits(0, 1, 2));
    }

    /** Every table there is: a reader who knows the rule and everything that is told can still not say what any hidden class holds. */
    @ParameterizedTest
    @CsvSource({"3, 40", "4, 30", "6, 15"})
    void nobodyFindsAHiddenClass(int classes, int most) {
        for (var people = Veil.FEWEST; people <= most; people++) {
            var byTold = new HashMap<List<Integer>, List<int[]>>();
            for (var table : tables(people, classes)) {
                byTold.computeIfAbsent(told(table, Veil.hidden(table)), told -> new ArrayList<>())
                        .add(table);
            }
            byTold.forEach(VeilTest::nothingIsFound);
        }
    }

    /** The same for a reader who asks for everybody and for one program. */
    @ParameterizedTest
    @CsvSource({"5, 9", "8, 8", "12, 13"})
    void nobodyFindsOneByAProgramAndAllTogether(int within, int without) {
        var byTold = new HashMap<List<Integer>, List<int[]>>();
        for (var in : tables(within, 3)) {
            for (var out : tables(without, 3)) {
                var all = sum(in, out);
                var hiddenOfAll = Veil.hidden(all);
                var hidden = Veil.hidden(List.of(in, out));
                if (!hidden.equals(hiddenOfAll)) {
                    hidden.set(0, 3);
                }
                var told = new ArrayList<>(told(all, hiddenOfAll));
                told.addAll(told(in, hidden));
                byTold.computeIfAbsent(told, key -> new ArrayList<>())
                        .add(IntStream.concat(
                                        IntStream.concat(Arrays.stream(all), Arrays.stream(in)), Arrays.stream(out))
                                .toArray());
            }
        }
        byTold.forEach(VeilTest::onlyFiveAndMoreAreFound);
    }

    @Property
    void noCombinationOfToldProgramsHoldsAFew(
            @ForAll @Size(max = 40) List<@Size(max = 3) Set<@IntRange(min = 1, max = 4) Integer>> people) {
        var memberships = people.stream()
                .map(one -> one.stream().map(key -> "program-" + key).collect(Collectors.toSet()))
                .toList();
        var told = Veil.tellable(memberships);
        var combinations = memberships.stream()
                .map(one -> Veil.of(one, told))
                .collect(Collectors.groupingBy(one -> one, Collectors.counting()));
        if (!told.isEmpty()) {
            assertThat(combinations.values()).allMatch(count -> count >= Veil.FEWEST);
        }
    }

    @Test
    void threeProgramsThatShareEverybodyOutDoNotShowTheSmallest() {
        var people = new ArrayList<Set<String>>();
        add(people, 7, "one");
        add(people, 8, "two");
        add(people, 2, "three");
        assertThat(Veil.tellable(people)).isEqualTo(new TreeSet<>(Set.of("two")));
    }

    private static void add(Collection<Set<String>> people, int count, String program) {
        for (var i = 0; i < count; i++) {
            people.add(Set.of(program));
        }
    }

    private static void nothingIsFound(List<Integer> told, List<int[]> possible) {
        for (var i = 0; i < told.size(); i++) {
            if (told.get(i) < 0) {
                assertThat(valuesAt(possible, i)).as("class %d of %s", i, told).hasSizeGreaterThan(1);
            }
        }
    }

    private static void onlyFiveAndMoreAreFound(List<Integer> told, List<int[]> possible) {
        for (var i = 0; i < possible.get(0).length; i++) {
            var values = valuesAt(possible, i);
            if (values.size() == 1) {
                assertThat(values.iterator().next())
                        .as("cell %d of %s", i, told)
                        .isGreaterThanOrEqualTo(Veil.FEWEST);
            }
        }
    }

    private static Set<Integer> valuesAt(List<int[]> possible, int i) {
        return possible.stream().map(table -> table[i]).collect(Collectors.toCollection(HashSet::new));
    }

    private static List<Integer> told(int[] table, BitSet hidden) {
        return IntStream.range(0, table.length)
                .mapToObj(i -> hidden.get(i) ? -1 : table[i])
                .toList();
    }

    private static int[] sum(int[] one, int[] other) {
        return IntStream.range(0, one.length).map(i -> one[i] + other[i]).toArray();
    }

    private static List<int[]> tables(int people, int classes) {
        if (classes == 1) {
            return List.of(new int[] {people});
        }
        var tables = new ArrayList<int[]>();
        for (var first = 0; first <= people; first++) {
            for (var rest : tables(people - first, classes - 1)) {
                tables.add(IntStream.concat(IntStream.of(first), Arrays.stream(rest))
                        .toArray());
            }
        }
        return tables;
    }

    private static BitSet bits(int... set) {
        var bits = new BitSet();
        Arrays.stream(set).forEach(bits::set);
        return bits;
    }
}
