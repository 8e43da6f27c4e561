package dev.kith.manual;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.definition.Definition;
import dev.kith.definition.DefinitionSchema;
import dev.kith.definition.Definitions;
import dev.kith.definition.Wordings;
import dev.kith.exercise.Exercises;
import dev.kith.program.ProgramOutline;
import dev.kith.program.Programs;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Serves the pages. They say the same to everybody and until the next release, so that each is made once. */
@Singleton
class ManualPages {
    private final ConcurrentHashMap<String, String> made = new ConcurrentHashMap<>();

    @Inject
    ObjectMapper json;

    /** The pages by name, with what stands in them. */
    @CheckedTemplate(basePath = "manual")
    static class Pages {
        private Pages() {}

        static native TemplateInstance library(List<LibraryEntry> entries);

        static native TemplateInstance exercises(List<ExerciseEntry> entries);

        static native TemplateInstance programs(List<ProgramOutline> entries);

        static native TemplateInstance programFormat(List<FormatSection> program);

        static native TemplateInstance exerciseFormat(List<FormatSection> exercise, List<FormatSection> wording);

        static native TemplateInstance format(List<FormatSection> questionnaire, List<FormatSection> wording);
    }

    void pages(@Observes Router router) {
        serve(router, "/docs/library", this::library);
        serve(router, "/docs/questionnaire-format", this::format);
        serve(router, "/docs/exercises", this::exercises);
        serve(router, "/docs/exercise-format", this::exerciseFormat);
        serve(router, "/docs/programs", this::programs);
        serve(router, "/docs/program-format", this::programFormat);
    }

    private void serve(Router router, String path, Supplier<String> page) {
        router.get(path).blockingHandler(call -> send(call, made.computeIfAbsent(path, unmade -> page.get())));
    }

    private static void send(RoutingContext call, String page) {
        call.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Cache-Control", "public, max-age=3600")
                .putHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .end(page);
    }

    private String library() {
        return Pages.library(Definitions.shipped().stream()
                        .map(shipped -> LibraryEntry.of(worded(shipped.definition())))
                        .toList())
                .render();
    }

    private String exercises() {
        return Pages.exercises(Exercises.shipped().stream()
                        .map(shipped -> ExerciseEntry.of(shipped.definition()))
                        .toList())
                .render();
    }

    private String exerciseFormat() {
        return Pages.exerciseFormat(
                        sections("exercise", DefinitionSchema.EXERCISE),
                        sections("wording", DefinitionSchema.EXERCISE_WORDING))
                .render();
    }

    private String programs() {
        return Pages.programs(Programs.outlines()).render();
    }

    private String programFormat() {
        return Pages.programFormat(sections("program", DefinitionSchema.PROGRAM))
                .render();
    }

    private static Definition worded(Definition written) {
        var worded = written;
        for (var shipped : Wordings.shipped()) {
            var wording = shipped.wording();
            if (wording.questionnaire().equals(written.key()) && wording.version() == written.version()) {
                worded = worded.with(wording);
            }
        }
        return worded;
    }

    private String format() {
        return Pages.format(
                        sections("questionnaire", DefinitionSchema.QUESTIONNAIRE),
                        sections("wording", DefinitionSchema.WORDING))
                .render();
    }

    private List<FormatSection> sections(String id, DefinitionSchema schema) {
        try {
            return FormatReading.of(id, json.readTree(schema.text()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the shipped schema is no JSON", e);
        }
    }
}
