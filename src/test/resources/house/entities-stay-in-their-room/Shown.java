package dev.kith.client;

@jakarta.persistence.Entity
public class Shown {}
