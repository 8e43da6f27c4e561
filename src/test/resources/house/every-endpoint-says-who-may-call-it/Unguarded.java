package dev.kith.client;

class Unguarded {
    @jakarta.ws.rs.GET
    public String read() {
        return "";
    }
}
