package dev.kith.formulation;

import dev.kith.definition.Text;
import dev.kith.formulation.Checklist.TagDefinition;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The checklist in one language, as far as its reader may choose from it. */
@Schema(description = "A version of the checklist. It is to talk by: nothing in it is scored, weighed or counted.")
record FormulationTagsView(
        @Schema(description = "1 and up. A later version keeps every tag of the ones before.", examples = "1")
        int version,

        @Schema(examples = "Where the pattern comes from") String title,

        @Schema(
                description = "What it is not; to be shown wherever the tags are.",
                examples = "Not scored, not a diagnosis, and not a count of adversities.")
        String label,

        @Schema(
                description = "What a client is told before they choose: that nobody has to, and who sees what.",
                examples = "You decide whether to say anything here.")
        String invitation,

        @Schema(description = "In the order of the file, which means nothing. Clients get the origins alone.")
        List<FormulationTagView> items,

        @Schema(description = "Language of the texts here (BCP 47).", examples = "en")
        String language) {

    /** One tag. */
    @Schema(description = "An origin, or a pattern.")
    record FormulationTagView(
            @Schema(examples = "parentified") String code,
            FormulationTagKind kind,
            @Schema(examples = "Grown up too early") String title,

            @Schema(description = "What the care team means by it; null for clients.") @Nullable
            String meaning,

            @Schema(
                    description = "How a client says it; null for a pattern.",
                    examples = "I had to grow up early and look after others.")
            @Nullable
            String own,

            @Schema(
                    description =
                            "What a clinician may talk about with the client, with curiosity; null where there is none, and for clients.")
            @Nullable
            String prompt,

            @Schema(description = "Which of the five texts of the library speak of it; none for clients.")
            List<String> articles) {

        private static FormulationTagView of(TagDefinition tag, String language, boolean forClient) {
            return new FormulationTagView(
                    tag.code(),
                    tag.kind(),
                    tag.title().in(language),
                    forClient ? null : tag.meaning().in(language),
                    in(tag.own(), language),
                    forClient ? null : in(tag.prompt(), language),
                    forClient ? List.of() : tag.articles());
        }

        private static @Nullable String in(@Nullable Text text, String language) {
            return text == null ? null : text.in(language);
        }
    }

    static FormulationTagsView of(Checklist list, String language, boolean forClient) {
        return new FormulationTagsView(
                list.version(),
                list.title().in(language),
                list.label().in(language),
                list.invitation().in(language),
                list.tags().stream()
                        .filter(tag -> !forClient || tag.isForClients())
                        .map(tag -> FormulationTagView.of(tag, language, forClient))
                        .toList(),
                language);
    }
}
