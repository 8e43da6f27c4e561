package dev.kith.episode;

/** The practice has a model where it had none, or none where it had one, so that whoever was judged may be judged otherwise; fired in the same transaction. */
public record LocalModelsTurned() {}
