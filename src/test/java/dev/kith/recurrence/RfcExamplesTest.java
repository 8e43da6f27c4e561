package dev.kith.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 5545, section 3.8.5.3, all at 09:00 in New York; those without an end get one, those by the hour are not ours. */
class RfcExamplesTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            1997-09-02 | FREQ=DAILY;INTERVAL=10;COUNT=5 | 0902 0912 0922 1002 1012
            1997-09-02 | FREQ=WEEKLY;UNTIL=19971224T000000Z | 0902 0909 0916 0923 0930 1007 1014 1021 1028 1104 1111 1118 1125 1202 1209 1216 1223
            1997-09-02 | FREQ=WEEKLY;INTERVAL=2;WKST=SU;COUNT=6 | 0902 0916 0930 1014 1028 1111
            1997-09-02 | FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH | 0902 0904 0909 0911 0916 0918 0923 0925 0930 1002
            1997-09-01 | FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR | 0901 0903 0905 0915 0917 0919 0929 1001 1003 1013 1015 1017 1027 1029 1031 1110 1112 1114 1124 1126 1128 1208 1210 1212 1222
            1997-09-02 | FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH | 0902 0904 0916 0918 0930 1002 1014 1016
            1997-09-05 | FREQ=MONTHLY;COUNT=4;BYDAY=1FR | 0905 1003 1107 1205
            1997-09-05 | FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR | 0905 1003 1107 1205
            1997-09-07 | FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU | 0907 0928 1102 1130 980104 980125 980301 980329 980503 980531
            1997-09-22 | FREQ=MONTHLY;COUNT=6;BYDAY=-2MO | 0922 1020 1117 1222 980119 980216
            1997-09-28 | FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=6 | 0928 1029 1128 1229 980129 980226
            1997-09-02 | FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15 | 0902 0915 1002 1015 1102 1115 1202 1215 980102 980115
            1997-09-30 | FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1 | 0930 1001 1031 1101 1130 1201 1231 980101 980131 980201
            1997-09-10 | FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15 | 0910 0911 0912 0913 0914 0915 990310 990311 990312 990313
            1997-09-02 | FREQ=MONTHLY;INTERVAL=2;BYDAY=TU;COUNT=9 | 0902 0909 0916 0923 0930 1104 1111 1118 1125
            1997-06-10 | FREQ=YEARLY;COUNT=4;BYMONTH=6,7 | 0610 0710 980610 980710
            1997-03-10 | FREQ=YEARLY;INTERVAL=2;COUNT=7;BYMONTH=1,2,3 | 0310 990110 990210 990310 010110 010210 010310
            1997-01-01 | FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200 | 0101 0410 0719 000101 000409 000718 030101 030410 030719 060101
            1997-05-19 | FREQ=YEARLY;BYDAY=20MO;COUNT=3 | 0519 980518 990517
            1997-05-12 | FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3 | 0512 980511 990517
            1997-03-13 | FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=7 | 0313 0320 0327 980305 980312 980319 980326
            1997-06-05 | FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8;COUNT=5 | 0605 0612 0619 0626 0703
            1997-09-02 | FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=5 | 980213 980313 981113 990813 001013
            1997-09-13 | FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13;COUNT=6 | 0913 1011 1108 1213 980110 980207
            1996-11-05 | FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3 | 961105 001107 041102
            1997-09-04 | FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3 | 0904 1007 1106
            1997-09-29 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=7 | 0929 1030 1127 1230 980129 980226 980330
            1997-08-05 | FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO | 0805 0810 0819 0824
            1997-08-05 | FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU | 0805 0817 0819 0831
            2007-01-15 | FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5 | 070115 070130 070215 070315 070330
            """)
    void itIsAsTheRfcSays(String start, String rule, String expected) {
        assertThat(Asked.from(start + "T09:00")
                        .in("America/New_York")
                        .rule(rule)
                        .starts())
                .containsExactlyElementsOf(dates(expected));
    }

    @Test
    void theLongOneEndsWhereTheRfcSays() {
        var starts = Asked.from("1997-09-02T09:00")
                .in("America/New_York")
                .rule("FREQ=DAILY;UNTIL=19971224T000000Z")
                .starts();

        assertThat(starts).hasSize(113).endsWith("1997-12-23T09:00");
    }

    @Test
    void januaryByTheYearIsJanuaryByTheDay() {
        var asked = Asked.from("1998-01-01T09:00").in("America/New_York").until("2000-01-01");

        assertThat(asked.rule("FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA")
                        .starts())
                .hasSize(63)
                .isEqualTo(asked.rule("FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1")
                        .starts());
    }

    private static List<String> dates(String expected) {
        return Stream.of(expected.strip().split(" ", -1))
                .map(date -> date.length() == 4 ? "97" + date : date)
                .map(date -> (date.startsWith("9") ? "19" : "20") + date)
                .map(date -> LocalDateTime.of(
                                Integer.parseInt(date.substring(0, 4)),
                                Integer.parseInt(date.substring(4, 6)),
                                Integer.parseInt(date.substring(6)),
                                9,
                                0)
                        .toString())
                .toList();
    }
}
