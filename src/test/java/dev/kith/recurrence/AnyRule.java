package dev.kith.recurrence;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Rules of every kind that we take, from starts of ten years in twelve zones. */
record AnyRule(LocalDateTime start, ZoneId zone, String text) {

    static final List<ZoneId> ZONES = Stream.of(
                    "Europe/Berlin",
                    "Europe/Dublin",
                    "America/New_York",
                    "America/St_Johns",
                    "America/Sao_Paulo",
                    "America/Santiago",
                    "Australia/Lord_Howe",
                    "Africa/Casablanca",
                    "Antarctica/Troll",
                    "Asia/Kathmandu",
                    "Pacific/Apia",
                    "Pacific/Chatham")
            .map(ZoneId::of)
            .toList();

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    static Arbitrary<AnyRule> any() {
        return Arbitraries.randomValue(AnyRule::from);
    }

    Rule rule() {
        return RuleText.read(text, zone);
    }

    Asked asked() {
        return Asked.from(start.toString()).in(zone.getId()).rule(text);
    }

    private static AnyRule from(Random random) {
        var start = LocalDateTime.parse("2010-01-01T00:00")
                .plusDays(random.nextInt(3653))
                .plusMinutes(15L * random.nextInt(96));
        var frequency = Frequency.values()[random.nextInt(4)];
        var parts = parts(frequency, random);
        var text = "FREQ=" + frequency
                + (random.nextInt(3) == 0 ? ";INTERVAL=" + (2 + random.nextInt(5)) : "")
                + (random.nextBoolean()
                        ? ";COUNT=" + (1 + random.nextInt(40))
                        : ";UNTIL=" + start.plusHours(random.nextInt(730 * 24)).format(STAMP))
                + parts
                + (parts.isEmpty() || random.nextInt(3) > 0 ? "" : ";BYSETPOS=" + numbers(4, 2, true, random))
                + (random.nextInt(3) == 0 ? ";WKST=" + DAYS.get(random.nextInt(7)) : "");
        return new AnyRule(start, ZONES.get(random.nextInt(ZONES.size())), text);
    }

    private static String parts(Frequency frequency, Random random) {
        var months = random.nextInt(3) == 0 ? ";BYMONTH=" + numbers(12, 3, false, random) : "";
        var monthDays = random.nextInt(4) == 0 ? ";BYMONTHDAY=" + numbers(31, 3, true, random) : "";
        var days = random.nextInt(2) == 0 ? ";BYDAY=" + days("", random) : "";
        return switch (frequency) {
            case DAILY -> months + monthDays + days;
            case WEEKLY -> months + days;
            case MONTHLY -> months + monthDays + (random.nextBoolean() ? days : ";BYDAY=" + days("12345", random));
            case YEARLY ->
                switch (random.nextInt(6)) {
                    case 0 -> ";BYYEARDAY=" + numbers(366, 4, true, random);
                    case 1 -> ";BYWEEKNO=" + numbers(52, 3, true, random) + days;
                    case 2 -> ";BYDAY=" + days("12345", random) + months;
                    default -> months + monthDays + days;
                };
        };
    }

    private static String days(String ordinals, Random random) {
        return some(3, random)
                .mapToObj(i -> (ordinals.isEmpty()
                                ? ""
                                : (random.nextBoolean() ? "-" : "")
                                        + ordinals.charAt(random.nextInt(ordinals.length())))
                        + DAYS.get(random.nextInt(7)))
                .collect(Collectors.joining(","));
    }

    private static String numbers(int most, int length, boolean fromEnd, Random random) {
        return some(length, random)
                .map(i -> 1 + random.nextInt(most))
                .map(number -> fromEnd && random.nextInt(3) == 0 ? -number : number)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
    }

    private static IntStream some(int most, Random random) {
        return IntStream.rangeClosed(0, random.nextInt(most));
    }
}
