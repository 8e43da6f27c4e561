package dev.kith.content;

import java.util.UUID;

/** One published version of any kind, ready for use and never changed. */
public interface PublishedVersion {
    /** The practice that wrote it, or the library. */
    UUID owner();

    String key();

    int version();

    VersionState state();

    /** Whether it is given to nobody any more; what was done with it stays readable. */
    default boolean retired() {
        return state() == VersionState.RETIRED;
    }
}
