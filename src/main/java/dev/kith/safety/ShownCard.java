package dev.kith.safety;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A card as a reply carried it. */
@Schema(description = "A card with the words that a reply about the response carried, and when one first did.")
public record ShownCard(CrisisCard card, Instant shownAt) {}
