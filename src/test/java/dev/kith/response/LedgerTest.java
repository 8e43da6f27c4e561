package dev.kith.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.response.Ledger.Findings;
import dev.kith.response.Ledger.Kept;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The comparison sees each kind of fault; else a drill that finds nothing would say nothing. */
class LedgerTest {
    private static final UUID CALM = new UUID(1, 1);
    private static final UUID CRITICAL = new UUID(1, 2);
    private static final UUID ANSWER_TO_CALM = new UUID(2, 1);
    private static final UUID ANSWER_TO_CRITICAL = new UUID(2, 2);

    private final Ledger ledger = new Ledger();

    @BeforeEach
    void acknowledge() {
        ledger.acknowledged(CALM, ANSWER_TO_CALM, false);
        ledger.acknowledged(CRITICAL, ANSWER_TO_CRITICAL, true);
    }

    @Test
    void whatIsKeptAsAcknowledgedHasNoFault() {
        assertThat(ledger.compare(kept())).isEqualTo(Findings.NONE);
        assertThat(ledger.size()).isEqualTo(2);
        assertThat(ledger.criticals()).isOne();
    }

    @Test
    void aLostOneIsSeen() {
        assertThat(ledger.compare(kept().subList(1, 2)).lost()).containsExactly(CALM);
    }

    @Test
    void oneThatIsKeptAsADraftIsLost() {
        assertThat(changed(row -> new Kept(CALM, ANSWER_TO_CALM, false, 0, 1, 1))
                        .lost())
                .containsExactly(CALM);
    }

    @Test
    void oneThatIsKeptUnderAnotherIdIsLost() {
        assertThat(changed(row -> new Kept(CALM, new UUID(9, 9), true, 0, 1, 1)).lost())
                .containsExactly(CALM);
    }

    @Test
    void aDoubleOneIsSeen() {
        var rows = new ArrayList<>(kept());
        rows.add(new Kept(CALM, new UUID(9, 9), true, 0, 1, 1));
        assertThat(ledger.compare(rows).doubled()).containsExactly(CALM);
    }

    @Test
    void theSameOneTwiceIsSeen() {
        var rows = new ArrayList<>(kept());
        rows.add(rows.get(1));
        assertThat(ledger.compare(rows).doubled()).containsExactly(CRITICAL);
    }

    @Test
    void oneThatNobodyWasToldOfIsSeen() {
        var rows = new ArrayList<>(kept());
        rows.add(new Kept(new UUID(1, 3), new UUID(2, 3), true, 0, 1, 1));
        assertThat(ledger.compare(rows).neverSent()).containsExactly(new UUID(1, 3));
    }

    @Test
    void anAlertTooManyOrTooFewIsSeen() {
        assertThat(changed(row -> new Kept(CALM, ANSWER_TO_CALM, true, 1, 1, 1)).wronglyAlerted())
                .containsExactly(CALM);
        var silent = List.of(kept().get(0), new Kept(CRITICAL, ANSWER_TO_CRITICAL, true, 0, 1, 1));
        assertThat(ledger.compare(silent).wronglyAlerted()).containsExactly(CRITICAL);
        var loud = List.of(kept().get(0), new Kept(CRITICAL, ANSWER_TO_CRITICAL, true, 2, 1, 1));
        assertThat(ledger.compare(loud).wronglyAlerted()).containsExactly(CRITICAL);
    }

    @Test
    void aMissingTrailOrEventIsSeen() {
        var findings = changed(row -> new Kept(CALM, ANSWER_TO_CALM, true, 0, 0, 2));
        assertThat(findings.untrailed()).containsExactly(CALM);
        assertThat(findings.untold()).containsExactly(CALM);
    }

    private Findings changed(UnaryOperator<Kept> change) {
        return ledger.compare(List.of(change.apply(kept().get(0)), kept().get(1)));
    }

    private static List<Kept> kept() {
        return List.of(
                new Kept(CALM, ANSWER_TO_CALM, true, 0, 1, 1), new Kept(CRITICAL, ANSWER_TO_CRITICAL, true, 1, 1, 1));
    }
}
