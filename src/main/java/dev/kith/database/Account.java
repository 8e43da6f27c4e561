package dev.kith.database;

/** Who signs in to the database. */
public record Account(String user, String password) {
    @Override
    public String toString() {
        return "Account[" + user + "]";
    }
}
