package dev.kith.response;

import dev.kith.scoring.Circumstances;

/** What a response says now, as it is stored: read only where somebody asks, whatever has become of the response by then. */
record Standing(String answers, Circumstances circumstances) {
    static Standing of(Response response) {
        return new Standing(response.answers, response.circumstances());
    }
}
