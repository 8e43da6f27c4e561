package dev.kith.definition;

import dev.kith.change.ChangeModel;
import dev.kith.change.PublishedImportance;
import dev.kith.change.PublishedRemission;
import dev.kith.change.PublishedResponse;
import dev.kith.change.PublishedThreshold;
import dev.kith.change.Reliability;
import dev.kith.definition.ChangeFigures.Figure;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The figures of a scale that were verified, as the change engine reads them. A citation that is not there is an IllegalArgumentException. */
final class ChangeModels {

    private ChangeModels() {}

    static ChangeModel of(ScaleDefinition scale, Passport passport) {
        var figures = scale.change();
        if (figures == null) {
            return ChangeModel.unknown(scale.direction());
        }
        figures.citations().forEach(passport::citation);
        return new ChangeModel(
                scale.direction(),
                verified(
                        figures.threshold(),
                        threshold -> new PublishedThreshold(
                                threshold.points(), threshold.confidence(), passport.citation(threshold.citation()))),
                verified(
                        figures.reliability(),
                        spread -> new Reliability(
                                spread.sd(), spread.reliability(), passport.citation(spread.citation()))),
                figures.clinicalFrom(scale.direction(), passport::citation),
                verified(
                        figures.minimalImportantDifference(),
                        least -> new PublishedImportance(least.points(), passport.citation(least.citation()))),
                verified(
                        figures.response(),
                        response -> new PublishedResponse(response.percent(), passport.citation(response.citation()))),
                verified(
                        figures.remission(),
                        remission ->
                                new PublishedRemission(remission.below(), passport.citation(remission.citation()))));
    }

    private static <F extends Figure, M> @Nullable M verified(@Nullable F figure, Function<F, M> read) {
        return figure == null || !figure.verified() ? null : read.apply(figure);
    }
}
