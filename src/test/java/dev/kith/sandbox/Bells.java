package dev.kith.sandbox;

import dev.kith.jobs.TimedWork;
import dev.kith.tenancy.Practices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Work of a test: bells that are to ring at their moments, one a tick, in the practices that hung some. */
@ApplicationScoped
class Bells implements TimedWork {
    private final Map<UUID, Tower> towers = new ConcurrentHashMap<>();

    @Inject
    Clock clock;

    @Inject
    Practices practices;

    /** What hangs, what rang at which moment of the clock; and whether ringing fails. */
    static class Tower {
        final TreeSet<Instant> hung = new TreeSet<>();
        final List<Instant> rang = new CopyOnWriteArrayList<>();
        boolean cracked;
        Runnable onRing = () -> {};
    }

    Tower in(UUID practice) {
        return towers.computeIfAbsent(practice, any -> new Tower());
    }

    @Override
    public Optional<Instant> nextAfter(Instant moment) {
        var tower = practices.current().map(towers::get).orElse(null);
        if (tower == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(tower.hung.higher(moment));
    }

    @Override
    public boolean tick() {
        var tower = practices.current().map(towers::get).orElse(null);
        if (tower == null || tower.hung.isEmpty() || tower.hung.first().isAfter(clock.instant())) {
            return false;
        }
        tower.onRing.run();
        if (tower.cracked) {
            throw new IllegalStateException("cracked");
        }
        tower.hung.pollFirst();
        tower.rang.add(clock.instant());
        return true;
    }
}
