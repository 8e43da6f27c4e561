package dev.kith.authoring;

import dev.kith.definition.Passport.Licence;
import dev.kith.practice.PracticeUse;
import org.jspecify.annotations.Nullable;

/** What a licence says, held against what a practice declared. Facts as the passport has them; no legal advice. */
final class LicenceTerms {
    private LicenceTerms() {}

    /** Why the licence does not allow this use, for the person who wanted to assign; null when it does. */
    static @Nullable String against(Licence licence, @Nullable PracticeUse use) {
        if (!restricts(licence)) {
            return null;
        }
        var name = "Its licence (" + licence.code() + ")";
        if (use == null) {
            return name + " restricts its use; declare the practice's use first.";
        }
        if (use.commercial() && !allowsCommerce(licence)) {
            return name + " forbids commercial use.";
        }
        var settings = licence.settings();
        if (settings != null && use.setting() == PracticeUse.Setting.CLINICAL && !settings.clinical()) {
            return name + " does not cover clinical use.";
        }
        if (settings != null && use.setting() == PracticeUse.Setting.RESEARCH && !settings.research()) {
            return name + " does not cover research.";
        }
        if (!licence.countries().isEmpty()
                && (use.country() == null || !licence.countries().contains(use.country()))) {
            return name + " covers these countries only: " + String.join(", ", licence.countries()) + ".";
        }
        return null;
    }

    private static boolean restricts(Licence licence) {
        var settings = licence.settings();
        return !allowsCommerce(licence)
                || !licence.countries().isEmpty()
                || (settings != null && !(settings.clinical() && settings.research()));
    }

    private static boolean allowsCommerce(Licence licence) {
        return licence.commercialUse()
                && (licence.settings() == null || licence.settings().commercial());
    }
}
