package dev.kith.client;

class ClientService {}
