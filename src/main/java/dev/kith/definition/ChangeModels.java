package dev.kith.definition;

import dev.kith.change.Caseness;
import dev.kith.change.ChangeModel;
import dev.kith.change.PublishedThreshold;
import dev.kith.change.Reliability;

/** The figures of a scale that were verified, as the change engine reads them. A citation that is not there is an IllegalArgumentException. */
final class ChangeModels {

    private ChangeModels() {}

    static ChangeModel of(ScaleDefinition scale, Passport passport) {
        var figures = scale.change();
        if (figures == null) {
            return ChangeModel.unknown(scale.direction());
        }
        figures.citations().forEach(passport::citation);
        var threshold = figures.threshold();
        var spread = figures.reliability();
        var caseness = figures.caseness();
        return new ChangeModel(
                scale.direction(),
                threshold == null || !threshold.verified()
                        ? null
                        : new PublishedThreshold(threshold.points(), passport.citation(threshold.citation())),
                spread == null || !spread.verified()
                        ? null
                        : new Reliability(spread.sd(), spread.reliability(), passport.citation(spread.citation())),
                caseness == null || !caseness.verified()
                        ? null
                        : new Caseness(caseness.points(), passport.citation(caseness.citation())));
    }
}
