package dev.kith.scoring;

import java.util.List;

/**
 * One score to be made.
 *
 * @param missing ignored by a scale that is derived from one other, which follows that one, and by a share, which says itself what it needs
 * @param decimals places shown, 0 to 6; rounding happens once, at the end
 */
public record Scale(
        String code,
        Formula formula,
        MissingRule missing,
        NotAsked notAsked,
        int decimals,
        Rounding rounding,
        List<Band> bands) {

    public Scale {
        bands = List.copyOf(bands);
        if (decimals < 0 || decimals > 6) {
            throw new IllegalArgumentException("a scale shows 0 to 6 decimals, not " + decimals);
        }
    }

    /** As most are: what was not asked is missing, and the middle is rounded away from zero. */
    public Scale(String code, Formula formula, MissingRule missing, int decimals, List<Band> bands) {
        this(code, formula, missing, NotAsked.MISSING, decimals, Rounding.HALF_UP, bands);
    }
}
