package dev.kith.definition;

/** What a wording must fulfil beyond its shape. */
final class WordingCheck {

    private WordingCheck() {}

    static void of(Wording wording, Definition definition, Faults faults) {
        faults.unless(
                wording.questionnaire().equals(definition.key()),
                "/questionnaire",
                "other-questionnaire",
                "lies over " + definition.key());
        faults.unless(
                wording.version() == definition.version(),
                "/version",
                "other-version",
                "lies over version " + definition.version());
        var included = definition.passport().wordingIncluded();
        // A practice may bring the words of a definition that ships without them, in its original language too.
        faults.unless(
                !definition.languages().contains(wording.language()) || bringsWhatIsMissing(wording, included),
                "/language",
                "language-taken",
                "the definition itself has this language");
        faults.unless(
                !bringsWhatIsMissing(wording, included) || wording.licenceNote() != null,
                "/licenceNote",
                "licence-note-missing",
                "the wording of this instrument is licensed: say by what right you have it");
        WordingOverlay.check(wording, definition, faults);
    }

    private static boolean bringsWhatIsMissing(Wording wording, boolean included) {
        return !included && wording.status() == Wording.Status.PRACTICE;
    }
}
