package dev.kith.signal;

import dev.kith.change.Reason;
import dev.kith.change.Ruling;
import dev.kith.episode.LocalModel;
import dev.kith.signal.Standing.About;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of a client, and what they cannot say: of each rule it is known whether it spoke, found nothing, or could not be judged. What the practice
 * does without is not heard.
 */
final class Verdict {
    private final Policy policy;
    private final List<Standing> standing = new ArrayList<>();
    private final Set<NotJudged> notJudged = new LinkedHashSet<>();
    private final Set<SignalRule> asked = EnumSet.noneOf(SignalRule.class);

    Verdict(Policy policy) {
        this.policy = policy;
        Arrays.stream(SignalRule.values())
                .filter(rule -> !policy.asks(rule))
                .map(NotJudged::off)
                .forEach(notJudged::add);
    }

    /** @param since of what it was seen in */
    void hear(Ruling ruling, About about, @Nullable UUID evidence, Instant since) {
        hear(ruling, about, evidence, since, null);
    }

    /** @param model that it was judged by */
    void hear(Ruling ruling, About about, @Nullable UUID evidence, Instant since, @Nullable LocalModel model) {
        var rule = SignalRule.of(ruling.rule().name());
        var signal = ruling.signal();
        if (signal != null && policy.asks(rule)) {
            var one = Standing.of(signal, about, evidence, since);
            var judged = rule.hasThresholds() ? one.under(policy) : one;
            standing.add(model == null ? judged : judged.by(model));
        }
        if (ruling.reason() == null) {
            looked(rule);
        } else {
            lacks(rule, about, ruling.reason());
        }
    }

    /** It cannot be judged of this. */
    void lacks(SignalRule rule, About about, Reason reason) {
        asked.add(rule);
        if (policy.asks(rule)) {
            notJudged.add(NotJudged.of(rule, about, reason));
        }
    }

    /** There was something that it is about. */
    void looked(SignalRule rule) {
        asked.add(rule);
    }

    /** Of rules that nothing was there for. */
    void unlessAsked(Reason reason, Iterable<SignalRule> rules) {
        for (var rule : rules) {
            if (!asked.contains(rule)) {
                lacks(rule, About.CLIENT, reason);
            }
        }
    }

    List<Standing> standing() {
        return standing;
    }

    /** Each subject of a rule once. */
    Map<String, Standing> byKey() {
        return standing.stream()
                .collect(Collectors.toMap(Standing::key, one -> one, (one, same) -> one, LinkedHashMap::new));
    }

    /** What is off first, then in the order in which it was looked at; one more than are told where there are more. */
    List<NotJudged> notJudged() {
        return notJudged.stream().limit(NotJudged.MOST + 1L).toList();
    }
}
