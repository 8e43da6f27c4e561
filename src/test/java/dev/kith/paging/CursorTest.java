package dev.kith.paging;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.problem.Problem;
import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorTest {
    private static final Instant AT = Instant.parse("2026-03-01T09:00:00.123456Z");
    private static final UUID ID = UUID.fromString("01965b2c-4a61-7c3e-9f00-5d1b6a8e2f47");

    @Test
    void comesBackAsItWent() {
        var cursor = requireNonNull(Cursor.read(Cursor.of(AT, ID, null, 7).write()));
        assertThat(cursor.instant(0)).isEqualTo(AT);
        assertThat(cursor.uuid(1)).isEqualTo(ID);
        assertThat(cursor.isNull(2)).isTrue();
        assertThat(cursor.number(3)).isEqualTo(7);
        assertThat(Cursor.read(null)).isNull();
    }

    @Test
    void isRefusedWhenAnyCharacterChanged() {
        var good = Cursor.of(AT, ID).write();
        for (int i = 0; i < good.length() - 1; i++) { // the last character holds spare bits
            var bad = new StringBuilder(good);
            bad.setCharAt(i, good.charAt(i) == 'A' ? 'B' : 'A');
            refused(bad.toString());
        }
        refused("");
        refused("not base64!");
        refused("x".repeat(999));
    }

    @Test
    void isRefusedByAListOfOtherKeys() {
        var cursor = requireNonNull(Cursor.read(Cursor.of("text").write()));
        assertThatThrownBy(() -> cursor.uuid(0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> cursor.text(1)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aPageEndsWhereTheNextBegins() {
        var first = Slice.of(List.of(1, 2, 3), 2, last -> Cursor.of(last));
        assertThat(first.items()).containsExactly(1, 2);
        var next = requireNonNull(Cursor.read(first.next()));
        assertThat(next.number(0)).isEqualTo(2);
        assertThat(Slice.of(List.of(3), 2, last -> Cursor.of(last)).next()).isNull();
    }

    @Test
    void theLinkAsksTheSameQuestionFurtherOn() {
        assertThat(Pages.query("state=open&after=old&limit=2", "new")).isEqualTo("?state=open&limit=2&after=new");
        assertThat(Pages.query(null, "new")).isEqualTo("?after=new");
    }

    private static void refused(String after) {
        assertThatThrownBy(() -> Cursor.read(after)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.type()).isEqualTo(ProblemType.MALFORMED);
            assertThat(e.faults()).extracting(Problem.Fault::pointer).containsExactly("#after");
        });
    }

    @Test
    void aForgedTimeThatNoRowCanHaveIsRefused() {
        for (var forged : List.of("-1000000000-01-01T00:00:00Z", "+10000-01-01T00:00:00Z", "0000-12-31T00:00:00Z")) {
            var cursor = requireNonNull(Cursor.read(Cursor.of(forged).write()));
            assertThatThrownBy(() -> cursor.instant(0)).isInstanceOf(ProblemException.class);
        }
        for (var forged : List.of("-999999999-01-01", "+10000-01-01")) {
            var cursor = requireNonNull(Cursor.read(Cursor.of(forged).write()));
            assertThatThrownBy(() -> cursor.date(0)).isInstanceOf(ProblemException.class);
        }
    }
}
