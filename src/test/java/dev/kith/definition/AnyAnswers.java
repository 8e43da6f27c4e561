package dev.kith.definition;

import dev.kith.scoring.Circumstances;
import dev.kith.scoring.Sex;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What somebody might answer to a definition, and what might be known of them: the same for the same random numbers. */
public final class AnyAnswers {
    private AnyAnswers() {}

    /** Answers that it takes, some of them missing. */
    public static Answers to(Definition definition, Random random) {
        var said = new LinkedHashMap<String, Object>();
        for (var item : definition.items()) {
            var options = definition.options(item);
            if (random.nextInt(5) == 0) {
                continue;
            }
            switch (item.type()) {
                case CHOICE ->
                    said.put(
                            item.linkId(),
                            options.get(random.nextInt(options.size())).value());
                case INTEGER, SLIDER -> said.put(item.linkId(), BigDecimal.valueOf(2L * random.nextInt(6)));
                case BOOLEAN -> said.put(item.linkId(), random.nextBoolean());
                default -> said.put(item.linkId(), "words");
            }
        }
        for (var fault : AnswerCheck.faultsOfDraft(definition, said)) {
            said.remove(fault.linkId());
        }
        while (!AnswerCheck.faultsOfDraft(definition, said).isEmpty()) {
            said.keySet()
                    .removeAll(AnswerCheck.faultsOfDraft(definition, said).stream()
                            .map(AnswerFault::linkId)
                            .toList());
        }
        return Answers.of(definition, said);
    }

    public static Circumstances circumstances(Random random) {
        return new Circumstances(
                List.of(Optional.of(Sex.MALE), Optional.of(Sex.FEMALE), Optional.<Sex>empty())
                        .get(random.nextInt(3))
                        .orElse(null),
                random.nextBoolean() ? null : random.nextInt(100),
                random.nextBoolean() ? null : Duration.ofSeconds(random.nextInt(90)));
    }
}
