package dev.kith.chart;

import java.awt.Color;

/**
 * What a chart is drawn in, on light and on dark paper. Lines are of the palette of Okabe and Ito (2008, jfly.uni-koeln.de/color), which people with
 * any colour vision can tell apart; no meaning hangs on colour alone.
 */
enum Ink {
    PAPER(0xFFFFFF, 0x14181D),
    TEXT(0x1B1F24, 0xECEFF2),
    QUIET(0x4D5661, 0xB4BEC9),
    GRID(0xC9D0D8, 0x434C56),
    /** Laid thinly for a mild band and thicker for a worse one. */
    BAND(0xC79A3B, 0xC79A3B),
    CORRIDOR(0x6B7683, 0x93A0AD),
    SCORE(0x0072B2, 0x56B4E9),
    OTHER(0xB34E00, 0xE69F00);

    private final int light;
    private final int dark;

    Ink(int light, int dark) {
        this.light = light;
        this.dark = dark;
    }

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String light() {
        return hex(light);
    }

    String dark() {
        return hex(dark);
    }

    Color color(double strength) {
        return new Color(light >> 16 & 0xFF, light >> 8 & 0xFF, light & 0xFF, (int) Math.round(255 * strength));
    }

    private static String hex(int rgb) {
        return String.format(java.util.Locale.ROOT, "#%06X", rgb);
    }
}
