package dev.kith.escalation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who could be told of an alert at one moment. Whoever is away is replaced by their cover, or by the cover's cover; where that
 * leads to nobody, they are passed over. What is about care is looked at by those who may care for clients while there is one; what is about access
 * by admins, whoever stands in for them.
 */
public final class Roster {
    private final Map<UUID, Colleague> colleagues = new LinkedHashMap<>();
    private final List<Place> team;
    private final List<UUID> onCall;
    private final boolean forAdmins;

    private Roster(Collection<Colleague> colleagues, List<Place> team, List<UUID> onCall, boolean forAdmins) {
        colleagues.forEach(colleague -> this.colleagues.put(colleague.id(), colleague));
        this.team = List.copyOf(team);
        this.onCall = List.copyOf(onCall);
        this.forAdmins = forAdmins;
    }

    /**
     * For an alert about care.
     *
     * @param colleagues all who may sign in; whoever is named elsewhere and is not among them is nobody
     * @param team places on the client's care team, in any order
     * @param onCall in the order in which they are called
     */
    public static Roster ofCare(Collection<Colleague> colleagues, List<Place> team, List<UUID> onCall) {
        return new Roster(colleagues, team, onCall, false);
    }

    /** For an alert about access, which is the admins' business and nobody else's. */
    public static Roster ofAccess(Collection<Colleague> colleagues) {
        return new Roster(colleagues, List.of(), List.of(), true);
    }

    /** Who is to look first: the primary or their cover, else the next whom a rung leads to; null only where nobody works. */
    public @Nullable UUID owner() {
        for (var rung : Rung.values()) {
            for (var member : on(rung, null)) {
                return member;
            }
        }
        return null;
    }

    /**
     * Who looks from now on in place of somebody who no longer may or should: whom the rungs lead to without them, in the same
     * order. Whoever supervised them counts among the supervisors, as for an owner who is still there.
     *
     * @param supervisor who supervises the one who goes
     * @return null only where nobody else works
     */
    public @Nullable UUID successorOf(UUID leaver, @Nullable UUID supervisor) {
        for (var rung : Rung.values()) {
            var reached = new LinkedHashSet<>(on(rung, null));
            if (rung == Rung.SUPERVISORS && supervisor != null && !forAdmins) {
                reached.addAll(caring(Stream.of(supervisor)));
            }
            reached.remove(leaver);
            for (var member : reached) {
                return member;
            }
        }
        return null;
    }

    /** Whether a member still works here; one who is away does. */
    public boolean has(@Nullable UUID member) {
        return member != null && colleagues.containsKey(member);
    }

    /** Who looks in a member's place now: they themself, or who stands in; whoever would own it anew where nobody does. */
    public @Nullable UUID inPlaceOf(@Nullable UUID member) {
        var present = member == null ? null : reach(member, forAdmins ? Colleague::admin : Colleague::clinical);
        if (present != null) {
            return present;
        }
        var anew = owner();
        var next = anew == null ? null : colleagues.get(anew);
        var better = next != null && (forAdmins || next.clinical());
        var still = better || member == null ? null : reach(member, Colleague::admin);
        return still == null ? anew : still;
    }

    /**
     * Everybody whom a rung leads to, each once.
     *
     * @param owner whose supervisor is asked too
     */
    Set<UUID> on(Rung rung, @Nullable UUID owner) {
        return switch (rung) {
            case OWNER -> caring(parts(Place.Part.PRIMARY).limit(1));
            case TEAM ->
                caring(Stream.concat(
                        parts(Place.Part.PRIMARY),
                        Stream.concat(parts(Place.Part.COVER), parts(Place.Part.CO_CLINICIAN))));
            case SUPERVISORS -> caring(Stream.concat(parts(Place.Part.SUPERVISOR), supervising(owner)));
            case ON_CALL -> caring(onCall.stream());
            case ADMINS ->
                present(
                        colleagues.values().stream().filter(Colleague::admin).map(Colleague::id),
                        one -> one.admin() || !forAdmins && one.clinical());
            case EVERYBODY -> everybody();
        };
    }

    private Stream<UUID> parts(Place.Part part) {
        return team.stream().filter(place -> place.part() == part).map(Place::member);
    }

    private Stream<UUID> supervising(@Nullable UUID owner) {
        var led = new ArrayList<UUID>();
        if (owner != null && !forAdmins) {
            led.add(owner);
        }
        team.forEach(place -> led.add(place.member()));
        return led.stream()
                .map(colleagues::get)
                .filter(Objects::nonNull)
                .map(Colleague::supervisor)
                .filter(Objects::nonNull);
    }

    /** Those who are there; all who may sign in where nobody is. What is about access stays with the admins, away or not, while there is one. */
    private Set<UUID> everybody() {
        var admins = new LinkedHashSet<UUID>();
        colleagues.values().stream().filter(Colleague::admin).map(Colleague::id).forEach(admins::add);
        if (forAdmins && !admins.isEmpty()) {
            return admins;
        }
        var present = present(colleagues.keySet().stream(), anybody -> true);
        return present.isEmpty() ? new LinkedHashSet<>(colleagues.keySet()) : present;
    }

    private Set<UUID> caring(Stream<UUID> members) {
        return present(members, Colleague::clinical);
    }

    private Set<UUID> present(Stream<UUID> members, Predicate<Colleague> fit) {
        var found = new LinkedHashSet<UUID>();
        members.forEach(member -> {
            var reached = reach(member, fit);
            if (reached != null) {
                found.add(reached);
            }
        });
        return found;
    }

    /** Null: away or not fit, and nobody stands in who is there and fit. */
    private @Nullable UUID reach(UUID member, Predicate<Colleague> fit) {
        var asked = new LinkedHashSet<UUID>();
        var colleague = colleagues.get(member);
        while (colleague != null && colleague.away() && asked.add(colleague.id())) {
            colleague = colleague.cover() == null ? null : colleagues.get(colleague.cover());
        }
        return colleague == null || colleague.away() || !fit.test(colleague) ? null : colleague.id();
    }
}
