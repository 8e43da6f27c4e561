package dev.kith.paging;

/** How many items a page holds; named in {@code @DefaultValue} and {@code @Max} of every list, and in the contract's limit. */
public final class Limit {
    public static final int LEAST = 1;
    public static final int MOST = 200;
    public static final String USUAL = "50";

    private Limit() {}
}
