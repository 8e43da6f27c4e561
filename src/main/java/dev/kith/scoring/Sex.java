package dev.kith.scoring;

/** Which of two published norms or cut-offs a person is held against, where an instrument has two. Nothing else is meant by it. */
public enum Sex {
    FEMALE,
    MALE
}
