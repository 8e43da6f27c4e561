package dev.kith.escalation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The next step of an alert that nobody has acknowledged: up the rungs, never down, telling on each whoever has not been told;
 * after the last, everybody who must not miss it is told again, for as long as it takes.
 */
public final class Escalation {
    private Escalation() {}

    /**
     * How far it has come.
     *
     * @param rung the highest so far
     * @param members who was told
     */
    public record Told(@Nullable UUID owner, Rung rung, Set<UUID> members) {}

    /**
     * What is to be done now.
     *
     * @param rung not lower than before
     * @param tell in order; empty only where nobody works
     * @param again whether all rungs were climbed, and this tells people once more
     */
    public record Step(Rung rung, List<UUID> tell, boolean again) {}

    /** The next step. */
    public static Step next(Roster roster, Told told) {
        for (var rung : Rung.values()) {
            if (rung == Rung.EVERYBODY || rung.compareTo(told.rung()) < 0) {
                continue;
            }
            var fresh = new ArrayList<>(rung == Rung.OWNER ? ownerOf(roster, told) : roster.on(rung, told.owner()));
            fresh.removeAll(told.members());
            if (!fresh.isEmpty()) {
                return new Step(rung, rung == Rung.ON_CALL ? fresh.subList(0, 1) : List.copyOf(fresh), false);
            }
        }
        return again(roster, told);
    }

    private static Set<UUID> ownerOf(Roster roster, Told told) {
        var owner = roster.inPlaceOf(told.owner());
        return owner == null ? Set.of() : Set.of(owner);
    }

    /**
     * The owner or who stands in, whoever came to the care team meanwhile, the on-call list and the admins; of these last nobody is there: the
     * care team and its supervisors; nobody there either: everybody.
     */
    private static Step again(Roster roster, Told told) {
        var team = new LinkedHashSet<>(roster.on(Rung.TEAM, told.owner()));
        team.addAll(roster.on(Rung.SUPERVISORS, told.owner()));
        var others = new LinkedHashSet<>(roster.on(Rung.ON_CALL, null));
        others.addAll(roster.on(Rung.ADMINS, null));
        if (others.isEmpty()) {
            others.addAll(team);
        }
        team.removeAll(told.members());
        var everybody = others.isEmpty();
        if (everybody) {
            others.addAll(roster.on(Rung.EVERYBODY, null));
        }
        var all = new LinkedHashSet<UUID>();
        if (told.owner() != null) {
            all.addAll(ownerOf(roster, told));
        }
        all.addAll(team);
        all.addAll(others);
        var rung = everybody || told.rung() == Rung.EVERYBODY ? Rung.EVERYBODY : Rung.ADMINS;
        return new Step(rung, List.copyOf(all), true);
    }
}
