package dev.kith.outcome;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which cells of a table of counts stay hidden, so that nobody can find a cell under five, not even by subtracting, and knowing this rule. Hidden is
 * every class under five; then more, the smallest first and equal ones together, until at least two are hidden, they come to five or more together, and
 * they are not all alike. The rule looks at counts and never at which class has them: so whenever two hidden classes change places, the same is told,
 * and nobody can say which is which.
 */
final class Veil {
    /** The fewest people that a figure is told of. */
    static final int FEWEST = 5;

    private Veil() {}

    /** @param counts of each class; of at least five people in all */
    static BitSet hidden(int... counts) {
        return hidden(List.<int[]>of(counts));
    }

    /**
     * The same for several tables of the same classes over groups that share nobody: a class is hidden in all or in none.
     *
     * @param groups not empty, each of at least five people
     */
    static BitSet hidden(Collection<int[]> groups) {
        var classes = groups.iterator().next().length;
        var byLeast = new TreeMap<Integer, BitSet>();
        for (var one = 0; one < classes; one++) {
            var least = least(groups, one);
            byLeast.computeIfAbsent(Math.max(least, FEWEST - 1), count -> new BitSet())
                    .set(one);
        }
        var hidden = new BitSet();
        if (byLeast.firstKey() >= FEWEST) {
            return hidden;
        }
        for (var more : byLeast.values()) {
            hidden.or(more);
            if (groups.stream().allMatch(group -> conceals(group, hidden))) {
                break;
            }
        }
        return hidden;
    }

    private static int least(Collection<int[]> groups, int one) {
        return groups.stream().mapToInt(group -> group[one]).min().orElseThrow();
    }

    private static boolean conceals(int[] group, BitSet hidden) {
        return hidden.stream().map(one -> group[one]).distinct().count() > 1
                && hidden.stream().map(one -> group[one]).sum() >= FEWEST;
    }

    /**
     * Programs that may be told of beside each other and beside the whole, the largest first: whichever are told, each combination of being in some and
     * not in others holds nobody or at least five people. So adding and subtracting what is told leads to no fewer.
     *
     * @param memberships of each person, the keys of their programs; empty for those in none
     */
    static Set<String> tellable(Collection<Set<String>> memberships) {
        var sizes = new HashMap<String, Integer>();
        memberships.forEach(programs -> programs.forEach(one -> sizes.merge(one, 1, Integer::sum)));
        var largestFirst = sizes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        var told = new TreeSet<String>();
        for (var next : largestFirst) {
            told.add(next);
            if (combinations(memberships, told).values().stream().anyMatch(people -> people < FEWEST)) {
                told.remove(next);
            }
        }
        return told;
    }

    private static Map<Set<String>, Integer> combinations(Collection<Set<String>> memberships, Set<String> of) {
        var people = new HashMap<Set<String>, Integer>();
        memberships.forEach(programs -> people.merge(of(programs, of), 1, Integer::sum));
        return people;
    }

    /** Those of somebody's programs that are among these. */
    static Set<String> of(Set<String> programs, Set<String> among) {
        var both = new HashSet<>(programs);
        both.retainAll(among);
        return both;
    }
}
