package dev.kith.progress;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A client's own progress, in plain words. */
@Schema(
        description =
                "How it went, in plain words of one language: what changed and whether that is more than ups and downs. No diagnosis, no bands,"
                        + " nothing about days without.")
record OwnProgressView(
        @Schema(
                description =
                        "First day of the period, in the client's time zone; where none was asked for, that of the first thing told.")
        LocalDate from,

        @Schema(description = "Last day of the period.") LocalDate to,

        @Schema(
                description =
                        "By questionnaire; without what the care team tells in person, and without what the client chose not to see.")
        List<OwnScaleView> scales,

        @Schema(
                description =
                        "What of this time the care team tells in person: which questionnaires, and no score. Null where they keep nothing.")
        @Nullable
        OwnKeptView keptForATalk,

        @Schema(
                description =
                        "What of this time the client chose not to see: which questionnaires, and no score. Null where they chose nothing, or the care team"
                                + " keeps all of it for a talk too.")
        @Nullable
        OwnKeptView hiddenByMe,

        @Schema(description = "Exercises that were logged.") List<OwnExerciseView> exercises) {

    static OwnProgressView of(Recounted told) {
        return new OwnProgressView(
                told.from(),
                told.to(),
                told.scales().stream().map(scale -> scale(told, scale)).toList(),
                OwnKeptView.of(told.kept()),
                OwnKeptView.of(told.hiddenByClient()),
                told.exercises().stream()
                        .map(one -> new OwnExerciseView(
                                one.exercise(), one.title(), one.label(), one.sessions(), one.done(), one.distress()))
                        .toList());
    }

    private static OwnScaleView scale(Recounted told, Recounted.Scale scale) {
        var measure = scale.measure();
        return new OwnScaleView(
                measure.questionnaire(),
                measure.scale(),
                scale.title(),
                scale.alone() ? null : scale.name(),
                measure.author(),
                scale.label(),
                scale.moved(),
                scale.meaning(),
                "/v1/clients/%s/progress/%s/%s.svg?author=%s&from=%s&to=%s"
                        .formatted(
                                told.client().id(),
                                part(measure.questionnaire()),
                                part(measure.scale()),
                                measure.author(),
                                told.since(),
                                told.until()));
    }

    private static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What is not told here. */
    @Schema(description = "Questionnaires whose scores are not told here, and why.")
    record OwnKeptView(
            @Schema(
                    examples =
                            "Your care team keeps the scores of Patient Health Questionnaire (PHQ-9) for a talk with you. You can ask them about it at any time.")
            String inWords,

            List<OwnKeptQuestionnaire> questionnaires) {

        static @Nullable OwnKeptView of(Recounted.@Nullable KeptForATalk kept) {
            return kept == null
                    ? null
                    : new OwnKeptView(
                            kept.inWords(),
                            kept.questionnaires().stream()
                                    .map(one -> new OwnKeptQuestionnaire(one.questionnaire(), one.title()))
                                    .toList());
        }
    }

    /** One of them. */
    @Schema(description = "A questionnaire, by its key and by what it calls itself.")
    record OwnKeptQuestionnaire(@Schema(examples = "phq-9") String questionnaire, String title) {}

    /** One scale, in two sentences. */
    @Schema(description = "One scale of one questionnaire, in two sentences.")
    record OwnScaleView(
            @Schema(examples = "k10") String questionnaire,
            @Schema(examples = "total") String scale,

            @Schema(description = "What the questionnaire calls itself.")
            String title,

            @Schema(description = "What it calls the scale, to tell it from its others; null where it has only one.")
            @Nullable
            String name,

            @Schema(description = "Whose answers: client, clinician or informant.", examples = "client")
            String author,

            @Schema(description = "Must stand beside every result; null when nothing must.") @Nullable
            String label,

            @Schema(
                    description = "What changed from the first score to the last.",
                    examples = "From 17 on 3 March 2026 to 10 on 26 May 2026: 7 points lower, the good direction.")
            String whatChanged,

            @Schema(
                    description = "Whether that is more than the usual ups and downs of the measure.",
                    examples =
                            "That is more than the usual ups and downs of this measure: a real change for the better.")
            String whatItMeans,

            @Schema(description = "Address of the same as a picture (SVG), on this server.")
            String chart) {}

    /** One exercise, in sentences. */
    @Schema(description = "One exercise, in sentences.")
    record OwnExerciseView(
            @Schema(examples = "slow-breath") String exercise,
            String title,

            @Schema(description = "Must stand beside it; null when nothing must.") @Nullable
            String label,

            @Schema(description = "How often it was done.") int sessions,

            @Schema(examples = "Done 12 times.") String done,

            @Schema(
                    description = "Null where distress was not noted both before and after.",
                    examples = "On average, distress was 5.5 before and 3 after.")
            @Nullable
            String distress) {}
}
