package dev.kith.response;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What the service acknowledged, kept outside it, and how that compares with what it holds. */
final class Ledger {
    private final Map<UUID, Acknowledged> acknowledged = new ConcurrentHashMap<>();

    private record Acknowledged(UUID response, boolean critical) {}

    /** A response as it is kept, with the rows that must stand or fall with it. */
    record Kept(UUID task, UUID response, boolean completed, int alerts, int trail, int events) {}

    /** The tasks with each fault; all empty when nothing is wrong. */
    record Findings(
            Set<UUID> lost,
            Set<UUID> doubled,
            Set<UUID> neverSent,
            Set<UUID> wronglyAlerted,
            Set<UUID> untrailed,
            Set<UUID> untold) {
        static final Findings NONE = new Findings(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** The app was told that this response is stored. */
    void acknowledged(UUID task, UUID response, boolean critical) {
        acknowledged.put(task, new Acknowledged(response, critical));
    }

    int size() {
        return acknowledged.size();
    }

    long criticals() {
        return acknowledged.values().stream().filter(Acknowledged::critical).count();
    }

    Findings compare(List<Kept> rows) {
        var byTask = new TreeMap<UUID, Set<UUID>>();
        var lost = new TreeSet<>(acknowledged.keySet());
        var wronglyAlerted = new TreeSet<UUID>();
        var untrailed = new TreeSet<UUID>();
        var untold = new TreeSet<UUID>();
        var doubled = new TreeSet<UUID>();
        for (var row : rows) {
            var told = acknowledged.get(row.task());
            if (!byTask.computeIfAbsent(row.task(), task -> new HashSet<>()).isEmpty()) doubled.add(row.task());
            byTask.get(row.task()).add(row.response());
            if (told == null) continue;
            if (row.completed() && row.response().equals(told.response())) lost.remove(row.task());
            if (row.alerts() != (told.critical() ? 1 : 0)) wronglyAlerted.add(row.task());
            if (row.trail() != 1) untrailed.add(row.task());
            if (row.events() != 1) untold.add(row.task());
        }
        var neverSent = new TreeSet<>(byTask.keySet());
        neverSent.removeAll(acknowledged.keySet());
        return new Findings(lost, doubled, neverSent, wronglyAlerted, untrailed, untold);
    }
}
