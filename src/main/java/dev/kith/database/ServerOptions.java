package dev.kith.database;

import java.util.List;
import java.util.stream.Collectors;

/** How the embedded server runs. On its command line, so that nothing kept with the data can weaken it. */
final class ServerOptions {
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=''",
            "max_connections=100",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "timezone=UTC",
            "log_timezone=UTC",
            // a person's data never reach the log: no statements, no values, and no errors, whose texts may quote a
            // value
            "log_statement=none",
            "log_min_duration_statement=-1",
            "log_min_error_statement=panic",
            "log_error_verbosity=terse",
            "log_min_messages=log",
            "log_checkpoints=off");

    private ServerOptions() {}

    static String on(int port) {
        return SETTINGS.stream()
                .map(setting -> "-c " + setting)
                .collect(Collectors.joining(" ", "-p " + port + " ", ""));
    }
}
