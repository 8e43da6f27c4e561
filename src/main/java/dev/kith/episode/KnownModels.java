package dev.kith.episode;

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
        return models.get(new Answered(measure, version));
    }
}
