package dev.kith.episode;

import dev.kith.change.ExpectedResponse;
import dev.kith.change.Reason;
import dev.kith.response.ScoreLine.Measure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest models for scores that somebody has read already; by measure and the version that was answered. */
public final class KnownModels {
    /** None at all, as where the practice does without. */
    public static final KnownModels NONE = new KnownModels(Map.of());

    private final Map<Answered, LocalModel> models;

    KnownModels(Map<Answered, LocalModel> models) {
        this.models = Map.copyOf(models);
    }

    /** What a score was given on. */
    record Answered(Measure measure, int version) {}

    /** Null where there is none that somebody could be judged by. */
    public @Nullable LocalModel of(Measure measure, int version) {
        var newest = models.get(new Answered(measure, version));
        return newest == null || !newest.judges() ? null : newest;
    }

    /** What is to be expected of such scores; without a model that somebody could be judged by, why there is none. */
    public ExpectedResponse expected(Measure measure, int version) {
        var newest = models.get(new Answered(measure, version));
        if (newest == null || (newest.expected().reason() == null && !newest.judges())) {
            return ExpectedResponse.none(0, Reason.NO_LOCAL_MODEL);
        }
        return newest.expected();
    }
}
