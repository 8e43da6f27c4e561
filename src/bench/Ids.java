/** The ids of the synthetic rows, as bench.id makes them in sql/load.sql. */
final class Ids {
    private Ids() {}

    static String of(String kind, long number) {
        return "00000000-0000-7000-" + kind + "-" + (100_000_000_000L + number);
    }
}
