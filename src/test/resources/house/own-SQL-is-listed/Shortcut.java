package dev.kith.client;

class Shortcut {
    javax.sql.DataSource database;
}
