package dev.kith.formulation;

import dev.kith.contract.Example;
import dev.kith.formulation.OriginsParts.WordsSharing;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client sends to say who may read their own words. */
@Schema(description = "Who may read your own words about your origins.")
@Example("""
        {"sharing": "private"}
        """)
record ShareOrigins(@NotNull WordsSharing sharing) {}
