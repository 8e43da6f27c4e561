package dev.kith.practice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The practice of the running transaction, for other rooms. */
@ApplicationScoped
public class PracticeDirectory {
    @Inject
    OwnPractice practice;

    public PracticeRecord current() {
        return PracticeRecord.of(practice.current());
    }
}
