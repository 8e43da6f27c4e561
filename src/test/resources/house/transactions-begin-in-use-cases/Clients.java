package dev.kith.client;

class Clients {
    @jakarta.transaction.Transactional
    void save() {}
}
