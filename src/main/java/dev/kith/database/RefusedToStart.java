package dev.kith.database;

/** A reason not to serve, in one line for the operator. Never carries a password or an address of a database. */
public class RefusedToStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedToStart(String line) {
        super(line);
    }

    public RefusedToStart(String line, Throwable cause) {
        super(line, cause);
    }
}
