package dev.kith.identity;

class Expiring {
    java.time.Clock clock;
}
