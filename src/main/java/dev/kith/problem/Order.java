package dev.kith.problem;

import jakarta.ws.rs.Priorities;

/** What stands before what, on a call's way in. One list, because order that is spread is order that is guessed. */
public final class Order {
    /** Router: the call gets its ids and its safe headers, before anything can fail. */
    public static final int NAMED = Integer.MIN_VALUE;
    /** Router: too many at once are sent away. */
    public static final int ADMITTED = Integer.MIN_VALUE + 1;
    /** Router: where it came from is remembered. */
    public static final int PLACED = Integer.MIN_VALUE + 3;
    /** Router: a body that says it is too large is not read. */
    public static final int SIZED = Integer.MIN_VALUE + 2;

    /** Filter: a body has a type, an address has no NUL. */
    public static final int READABLE = Priorities.AUTHENTICATION - 100;
    /** Filter: who calls, for which practice, and how often. */
    public static final int KNOWN = Priorities.AUTHORIZATION + 100;
    /** Filter: a retry is recognised. */
    public static final int ONCE = Priorities.AUTHORIZATION + 200;

    private Order() {}
}
