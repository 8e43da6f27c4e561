package dev.kith.scoring;

class Injected {
    @jakarta.inject.Inject
    String scale;
}
