package dev.kith.progress;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How constants of the engine are spelled. */
final class Codes {
    private Codes() {}

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static @Nullable String codeOrNull(@Nullable Enum<?> constant) {
        return constant == null ? null : code(constant);
    }

    /** Reasons are spelled as the engine spells them. */
    static @Nullable String reason(@Nullable Enum<?> reason) {
        return reason == null ? null : reason.name();
    }
}
