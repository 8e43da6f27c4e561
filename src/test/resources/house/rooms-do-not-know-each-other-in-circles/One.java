package dev.kith.audit;

public class One {
    dev.kith.outbox.Other other;
}
