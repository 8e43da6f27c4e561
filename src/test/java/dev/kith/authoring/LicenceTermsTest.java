package dev.kith.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.definition.Passport.Licence;
import dev.kith.definition.Passport.Licence.Settings;
import dev.kith.practice.PracticeUse;
import dev.kith.practice.PracticeUse.Setting;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LicenceTermsTest {
    private static final PracticeUse CARE = new PracticeUse(Setting.CLINICAL, false, "NL");
    private static final PracticeUse PAID_CARE = new PracticeUse(Setting.CLINICAL, true, "NL");
    private static final PracticeUse RESEARCH = new PracticeUse(Setting.RESEARCH, false, null);

    @Test
    void whatRestrictsNothingIsOpenToAll() {
        var open = licence(true, null);
        assertThat(LicenceTerms.against(open, null)).isNull();
        assertThat(LicenceTerms.against(open, PAID_CARE)).isNull();
    }

    @Test
    void whatRestrictsAnythingWantsADeclaration() {
        assertThat(LicenceTerms.against(licence(false, null), null)).contains("declare");
        assertThat(LicenceTerms.against(licence(true, null, "DE"), null)).contains("declare");
        assertThat(LicenceTerms.against(licence(true, new Settings(true, true, false)), null))
                .contains("declare");
    }

    @Test
    void commerceIsForbiddenByEitherWord() {
        assertThat(LicenceTerms.against(licence(false, null), PAID_CARE)).contains("commercial");
        assertThat(LicenceTerms.against(licence(true, new Settings(true, false, true)), PAID_CARE))
                .contains("commercial");
        assertThat(LicenceTerms.against(licence(false, null), CARE)).isNull();
    }

    @Test
    void aSettingThatIsNotCoveredIsNamed() {
        assertThat(LicenceTerms.against(licence(true, new Settings(false, true, true)), CARE))
                .contains("clinical");
        assertThat(LicenceTerms.against(licence(true, new Settings(true, true, false)), RESEARCH))
                .contains("research");
    }

    @Test
    void aCountryMustBeOneOfThoseNamed() {
        var there = licence(true, null, "DE", "NL");
        assertThat(LicenceTerms.against(there, CARE)).isNull();
        assertThat(LicenceTerms.against(there, RESEARCH)).contains("DE, NL");
    }

    private static Licence licence(boolean commercial, @Nullable Settings settings, String... countries) {
        return new Licence(
                "LicenseRef-test",
                "somebody",
                null,
                "none",
                commercial,
                true,
                true,
                LocalDate.of(2026, 1, 1),
                settings,
                List.of(countries));
    }
}
