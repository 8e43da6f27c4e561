package dev.kith.client;

class Hasty {
    java.time.Instant at = java.time.Instant.now();
}
