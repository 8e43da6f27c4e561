package dev.kith.client;

class Hidden {
    @jakarta.ws.rs.GET
    @jakarta.annotation.security.PermitAll
    String read() {
        return "";
    }
}
