package dev.kith.log;

import dev.kith.exercise.LogValues;
import dev.kith.exercise.Sharing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a client said of who may read the words of one log, by place. What stands at a place is what was said last there, in whatever
 * order it came; where it is in doubt which was last, the narrowest of these.
 */
record Choices(Map<String, AtPlace> places) {
    static final Choices NONE = new Choices(Map.of());
    /** Of one place; the oldest are forgotten. */
    private static final int MOST = 50;

    private static final Comparator<Choice> OLDEST_FIRST = Comparator.comparing(
                    (Choice choice) -> choice.when().at())
            .thenComparing(choice -> choice.when().shown())
            .thenComparing(choice -> choice.when().heard())
            .thenComparing(Choice::sharing);

    /**
     * One word of the client's.
     *
     * @param written it came with the values of the log, which say so themselves
     */
    record Choice(Sharing sharing, Moment when, boolean written) {}

    /**
     * What is known of one place.
     *
     * @param words since when the words stand there; null in a draft
     */
    record AtPlace(@Nullable Instant words, List<Choice> said) {
        static final AtPlace NOTHING = new AtPlace(null, List.of());

        AtPlace with(Choice choice) {
            var all = Stream.concat(said.stream(), Stream.of(afterAllOnline(choice)))
                    .distinct()
                    .sorted(OLDEST_FIRST)
                    .toList();
            return new AtPlace(words, all.subList(Math.max(0, all.size() - MOST), all.size()));
        }

        /** Calls come one after the other, also where the clock does not tell them apart. */
        private Choice afterAllOnline(Choice choice) {
            return choice.when().offline()
                    ? choice
                    : said.stream()
                            .filter(one -> !one.when().offline())
                            .reduce((one, later) -> later)
                            .map(last ->
                                    new Choice(choice.sharing(), choice.when().after(last.when()), choice.written()))
                            .orElse(choice);
        }

        /** Of what may have been last the narrowest. Where clocks contradict each other, all of it may have been. */
        Optional<Choice> standing() {
            var last = said.stream()
                    .filter(one -> said.stream().noneMatch(other -> other.when().isSurelyAfter(one.when())))
                    .toList();
            return (last.isEmpty() ? said : last)
                    .stream()
                            .min(Comparator.comparing(Choice::sharing)
                                    .thenComparing(one -> one.when().heard(), Comparator.reverseOrder())
                                    .thenComparing(OLDEST_FIRST));
        }

        /** Since when we know it, without anything else between; null while nothing was said or written there. */
        @Nullable
        Instant since() {
            var stands = standing();
            if (stands.isEmpty()) {
                return words;
            }
            var sharing = stands.get().sharing();
            var others = said.stream().filter(one -> one.sharing() != sharing).toList();
            var heard = said.stream()
                    .filter(one -> one.equals(stands.get())
                            || (one.sharing() == sharing
                                    && others.stream()
                                            .allMatch(other -> one.when().isSurelyAfter(other.when()))))
                    .map(one -> one.when().heard())
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            return words == null || heard.isAfter(words) ? heard : words;
        }
    }

    /** Said by itself, or in a correction. */
    Choices plus(Map<String, Sharing> said, Moment when, boolean written) {
        return changed(
                said.keySet(),
                (place, at) -> at.with(new Choice(Objects.requireNonNull(said.get(place)), when, written)));
    }

    /** Said with the values of a draft, or of what is complete: in place of what an earlier draft said at these places. */
    Choices written(Map<String, Sharing> said, Moment when) {
        return changed(said.keySet(), (place, at) -> {
                    var others =
                            at.said().stream().filter(one -> !one.written()).toList();
                    return new AtPlace(at.words(), others);
                })
                .plus(said, when, true);
    }

    /** Said in a draft that a newer one overtook: it counts where that one is silent. */
    Choices overtaken(Map<String, Sharing> said, Moment when) {
        var silent = new TreeMap<>(said);
        silent.keySet().removeIf(place -> at(place).said().stream().anyMatch(Choice::written));
        return plus(silent, when, true);
    }

    /** Of what was said by itself, what is no wider than other words at these places are shared: that may be about them, too. */
    Choices noWiderThan(Map<String, Sharing> shared) {
        var narrow = new TreeMap<String, AtPlace>();
        shared.forEach((place, widest) -> {
            var said = at(place).said().stream()
                    .filter(one -> !one.written() && one.sharing().compareTo(widest) <= 0)
                    .toList();
            narrow.put(place, new AtPlace(null, said));
        });
        return new Choices(narrow);
    }

    /** The words at these places are new. */
    Choices worded(Collection<String> written, Instant now) {
        return changed(written, (place, at) -> new AtPlace(now, at.said()));
    }

    /** These values, shared as what stands says. What they say themselves stays as they say it, for several helpers at one place. */
    LogValues over(LogValues values) {
        var shared = new TreeMap<String, Sharing>();
        Words.sharing(values)
                .forEach((place, says) -> at(place)
                        .standing()
                        .filter(stands -> !stands.written() || stands.sharing().compareTo(says) < 0)
                        .ifPresent(stands -> shared.put(place, stands.sharing())));
        return Words.shared(values, shared);
    }

    /** How words are shared now at these places, where another choice stands than before. */
    Map<String, Sharing> changedSince(Choices before, Set<String> asked) {
        var changed = new TreeMap<String, Sharing>();
        asked.forEach(place -> at(place)
                .standing()
                .filter(stands -> !Optional.of(stands).equals(before.at(place).standing()))
                .ifPresent(stands -> changed.put(place, stands.sharing())));
        return changed;
    }

    /** By place, since when its choice stands. */
    Map<String, Instant> since(Set<String> there) {
        var since = new TreeMap<String, Instant>();
        there.forEach(place -> {
            var at = at(place).since();
            if (at != null) {
                since.put(place, at);
            }
        });
        return since;
    }

    private AtPlace at(String place) {
        return places.getOrDefault(place, AtPlace.NOTHING);
    }

    private interface Change {
        AtPlace of(String place, AtPlace at);
    }

    private Choices changed(Collection<String> asked, Change change) {
        var changed = new TreeMap<>(places);
        new ArrayList<>(asked).forEach(place -> changed.put(place, change.of(place, at(place))));
        return new Choices(changed);
    }
}
