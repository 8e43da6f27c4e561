package dev.kith.scoring;

/** What an item that was not put to the person is to a scale. */
public enum NotAsked {
    /** A missing answer like any other. */
    MISSING,
    /** No part of it: the scale is made of the others as if it had never had this one. */
    DROPPED
}
