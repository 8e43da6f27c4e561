package dev.kith.client;

class Active extends io.quarkus.hibernate.orm.panache.PanacheEntityBase {}
