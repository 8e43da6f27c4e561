package dev.kith.webhook;

import org.jspecify.annotations.Nullable;

/**
 * What came of calling an endpoint once. Of its answer the status is all that is looked at.
 *
 * @param status null: it did not answer
 * @param fault null: it took the event
 */
record Answer(@Nullable Integer status, @Nullable Fault fault) {
    private static final int GOOD = 2;
    private static final int ELSEWHERE = 3;
    private static final int GONE = 410;
    private static final int HUNDRED = 100;

    static Answer of(int status) {
        if (status / HUNDRED == GOOD) {
            return new Answer(status, null);
        }
        if (status == GONE) {
            return new Answer(status, Fault.GONE);
        }
        return new Answer(status, status / HUNDRED == ELSEWHERE ? Fault.REDIRECTED : Fault.REFUSED);
    }

    static Answer none(Fault fault) {
        return new Answer(null, fault);
    }

    boolean isGood() {
        return fault == null;
    }
}
