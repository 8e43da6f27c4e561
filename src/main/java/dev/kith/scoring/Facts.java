package dev.kith.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What conditions look at. */
public interface Facts {

    /** The raw answer as a number; null when there is none. */
    @Nullable
    BigDecimal number(String item);

    /** Whether anything was answered. */
    boolean answered(String item);

    /** The scale as shown; null when it does not count. */
    @Nullable
    BigDecimal scale(String code);

    Truth criterion(String code);
}
