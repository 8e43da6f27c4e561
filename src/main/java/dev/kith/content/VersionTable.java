package dev.kith.content;

import org.jspecify.annotations.Nullable;

/** The tables of versions, all of one shape. Statements are built with these names and with no others. */
public enum VersionTable {
    EXERCISE("exercise", "exercise_wording"),
    PROGRAM("program", null);

    private final String word;
    private final @Nullable String words;

    VersionTable(String word, @Nullable String words) {
        this.word = word;
        this.words = words;
    }

    /** What one of these is called, in the words of the clinic: in events, in the audit and in messages. */
    public String word() {
        return word;
    }

    /** Its name in the database. */
    public String table() {
        return word + "_version";
    }

    /** The name of the table of words that practices lay over versions; null when they lay none. */
    @Nullable
    String words() {
        return words;
    }
}
