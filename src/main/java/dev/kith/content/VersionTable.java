package dev.kith.content;

/** The tables of versions, all of one shape. Statements are built with these names and with no others. */
public enum VersionTable {
    EXERCISE("exercise"),
    PROGRAM("program");

    private final String word;

    VersionTable(String word) {
        this.word = word;
    }

    /** What one of these is called, in the words of the clinic: in events, in the audit and in messages. */
    public String word() {
        return word;
    }

    /** Its name in the database. */
    public String table() {
        return word + "_version";
    }
}
