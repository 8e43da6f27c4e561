package dev.kith.questionnaire;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kith.scoring.Sex;

/** Which of two norms or cut-offs is read. */
enum NormSex {
    @JsonProperty("female")
    FEMALE(Sex.FEMALE),
    @JsonProperty("male")
    MALE(Sex.MALE);

    private final Sex sex;

    NormSex(Sex sex) {
        this.sex = sex;
    }

    Sex sex() {
        return sex;
    }
}
