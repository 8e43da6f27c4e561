package dev.kith.questionnaire;

import java.util.regex.Pattern;

/** LOINC codes: digits (after LA for an answer) and a check digit. */
final class Loinc {

    private static final Pattern FORM = Pattern.compile("(?:LA|LL|LP)?(\\d{1,7})-(\\d)");

    private Loinc() {}

    /** Whether it has the form of a code and its check digit (mod 10, every second digit from the right doubled) is right. */
    static boolean checks(String code) {
        var parts = FORM.matcher(code);
        if (!parts.matches()) {
            return false;
        }
        var digits = parts.group(1);
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted / 10 + weighted % 10;
        }
        return (10 - sum % 10) % 10 == parts.group(2).charAt(0) - '0';
    }
}
