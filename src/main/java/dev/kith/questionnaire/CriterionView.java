package dev.kith.questionnaire;

import dev.kith.definition.ConditionDefinition;
import dev.kith.definition.CriterionDefinition;
import dev.kith.definition.Text;
import dev.kith.scoring.CriterionResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A yes or no beside the scores, and what it is made of. */
@Schema(description = "A yes or no beside the scores, and what it is made of. A screener's criterion is no diagnosis.")
public record CriterionView(
        @Schema(examples = "dsm-5") String code,
        String title,

        @Schema(description = "Null when too little was answered to say.") @Nullable
        Boolean met,

        List<PartView> parts) {

    /** One condition of it. */
    @Schema(description = "One condition of a criterion.")
    public record PartView(
            @Schema(examples = "cluster-b") String code,
            String title,

            @Schema(description = "Null when too little was answered to say.") @Nullable
            Boolean met) {}

    /** Of what the engine made of a version's criteria. */
    public static List<CriterionView> all(Published published, List<CriterionResult> results, String language) {
        var said = new HashMap<String, CriterionDefinition>();
        published.definition().criteria().forEach(criterion -> said.put(criterion.code(), criterion));
        return results.stream()
                .flatMap(result ->
                        Stream.ofNullable(said.get(result.code())).map(criterion -> of(criterion, result, language)))
                .toList();
    }

    private static CriterionView of(CriterionDefinition criterion, CriterionResult result, String language) {
        var titles = new HashMap<String, Text>();
        collect(criterion.when(), titles);
        return new CriterionView(
                criterion.code(),
                criterion.title().in(language),
                result.met(),
                result.parts().stream()
                        .flatMap(part -> Stream.ofNullable(titles.get(part.code()))
                                .map(title -> new PartView(part.code(), title.in(language), part.met())))
                        .toList());
    }

    private static void collect(ConditionDefinition condition, Map<String, Text> titles) {
        if (condition.code() != null && condition.title() != null) {
            titles.put(condition.code(), condition.title());
        }
        Stream.of(condition.all(), condition.any(), condition.count())
                .flatMap(Stream::ofNullable)
                .flatMap(List::stream)
                .forEach(inner -> collect(inner, titles));
    }
}
