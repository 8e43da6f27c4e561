package dev.kith.client;

@jakarta.persistence.Entity
class Ownerless {}
