package dev.kith.scoring;

import java.util.List;

/** How many conditions hold for sure, and how many may. */
record Tally(int surely, int perhaps) {

    static Tally of(List<Condition> conditions, Facts facts) {
        var surely = 0;
        var perhaps = 0;
        for (var condition : conditions) {
            var truth = condition.in(facts);
            surely += truth == Truth.TRUE ? 1 : 0;
            perhaps += truth == Truth.FALSE ? 0 : 1;
        }
        return new Tally(surely, perhaps);
    }

    /** Unknown exactly when what is unknown decides it. */
    Truth between(int least, int most) {
        if (perhaps < least || surely > most) {
            return Truth.FALSE;
        }
        return surely >= least && perhaps <= most ? Truth.TRUE : Truth.UNKNOWN;
    }
}
