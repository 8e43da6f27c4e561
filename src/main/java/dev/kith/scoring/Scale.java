package dev.kith.scoring;

import java.util.List;

/**
 * One score to be made.
 *
 * @param missing ignored by a derived scale, which follows the scale it is made of
 * @param decimals places shown, 0 to 6; rounding is half-up and happens once, at the end
 */
public record Scale(String code, Formula formula, MissingRule missing, int decimals, List<Band> bands) {

    public Scale {
        bands = List.copyOf(bands);
        if (decimals < 0 || decimals > 6) {
            throw new IllegalArgumentException("a scale shows 0 to 6 decimals, not " + decimals);
        }
    }
}
