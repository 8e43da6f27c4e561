package dev.kith.outbox;

public class Other {
    dev.kith.audit.One one;
}
