package dev.kith.exercise;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The codes that every log may use, whatever its exercise. */
public final class LogVocabulary {
    /** Where in the body. */
    public static final Set<String> PLACES = Set.of(
            "chest",
            "stomach",
            "breath",
            "throat",
            "face",
            "jaw",
            "shoulders",
            "heart",
            "hands",
            "whole-body",
            "none",
            "other");

    /** How it feels there. */
    public static final Set<String> QUALITIES = Set.of(
            "tight", "dropping", "shallow", "hot", "cold", "racing", "shaky", "heavy", "numb", "warm", "calm", "other");

    /** Who helped. */
    public static final Set<String> HELPERS =
            Set.of("partner", "friend", "family", "colleague", "professional", "group", "self", "nobody", "other");

    static final Set<String> SHARINGS =
            Arrays.stream(Sharing.values()).map(Sharing::code).collect(Collectors.toUnmodifiableSet());

    private LogVocabulary() {}
}
