package dev.kith.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The embedded server's processes as the operating system sees them. A process id alone proves nothing: it may belong to a
 * stranger by now, or to a zombie that nobody reaps. What counts is a live process that runs postgres on our cluster.
 */
record Postmaster(Path cluster) {
    private static final int PORT_LINE = 3;

    Optional<ProcessHandle> alive() throws IOException {
        return pidFile().stream()
                .findFirst()
                .map(String::strip)
                .filter(pid -> pid.matches("\\d{1,18}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(this::servesTheCluster);
    }

    /** Empty while it starts. */
    Optional<Integer> port() throws IOException {
        return pidFile().stream()
                .skip(PORT_LINE)
                .findFirst()
                .map(String::strip)
                .filter(port -> port.matches("\\d{1,5}"))
                .map(Integer::valueOf);
    }

    /** After a postmaster died: ends what it left running, then drops its file, which would stop the next one. */
    void clear() throws IOException {
        for (var left = leftovers(); !left.isEmpty(); left = leftovers()) {
            left.forEach(ProcessHandle::destroyForcibly);
            Pause.millis(20);
        }
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }

    private List<String> pidFile() throws IOException {
        var file = cluster.resolve("postmaster.pid");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private boolean servesTheCluster(ProcessHandle process) {
        var info = process.info();
        return runsPostgres(info)
                && info.arguments()
                        .map(arguments -> List.of(arguments).contains(cluster.toString()))
                        .orElse(false);
    }

    /** Its children name no directory on their command line, but work in it. */
    private List<ProcessHandle> leftovers() {
        return ProcessHandle.allProcesses()
                .filter(process -> runsPostgres(process.info()))
                .filter(this::worksInTheCluster)
                .toList();
    }

    private boolean worksInTheCluster(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(cluster);
        } catch (IOException goneOrNoProc) {
            return false;
        }
    }

    private static boolean runsPostgres(ProcessHandle.Info info) {
        return info.command().map(command -> command.endsWith("/postgres")).orElse(false);
    }
}
