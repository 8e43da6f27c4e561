package dev.kith.definition;

import java.util.regex.Pattern;

/** LOINC codes: a number, or LA, LL or LP and a number, then a check digit. */
final class Loinc {

    private static final Pattern FORM = Pattern.compile("((?:LA|LL|LP)?\\d{1,7})-(\\d)");

    private Loinc() {}

    /**
     * Whether it has the form of a code and its check digit is right: mod 10, every second place from the right doubled and its digits added. A letter
     * counts as its distance from the digit 0 in ASCII; this was found from 20 published answer and list codes, all of which it explains.
     */
    static boolean checks(String code) {
        var parts = FORM.matcher(code);
        if (!parts.matches()) {
            return false;
        }
        var body = parts.group(1);
        var sum = 0;
        for (var place = 0; place < body.length(); place++) {
            var value = body.charAt(body.length() - 1 - place) - '0';
            sum += place % 2 == 0 ? value * 2 / 10 + value * 2 % 10 : value;
        }
        return (10 - sum % 10) % 10 == parts.group(2).charAt(0) - '0';
    }
}
