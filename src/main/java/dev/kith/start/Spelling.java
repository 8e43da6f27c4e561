package dev.kith.start;

import java.util.Arrays;
import java.util.Comparator;

/** Which setting was meant. */
final class Spelling {
    private Spelling() {}

    static Setting nearest(String name) {
        var wanted = Setting.environment(name);
        return Arrays.stream(Setting.values())
                .min(Comparator.comparingInt(setting -> distance(wanted, setting.environment())))
                .orElseThrow();
    }

    /** Letters to insert, delete or replace (Levenshtein). */
    static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (var i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
