package dev.kith.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JDKs of this machine: the service is built with one and has to run on later ones. */
public final class Jdks {
    private static final Pattern MAJOR = Pattern.compile("JAVA_VERSION=\"(\\d+)");
    private static final int LATER = 21;

    private Jdks() {}

    public static Path own() {
        return Path.of(System.getProperty("java.home"));
    }

    /** One of version 21 or later: {@code $KITH_TEST_JDK}, or any under /usr/lib/jvm. */
    public static Optional<Path> later() throws IOException {
        var named = Optional.ofNullable(System.getenv("KITH_TEST_JDK")).map(Path::of);
        var usual = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(usual)) return named;
        try (var installed = Files.list(usual)) {
            return Stream.concat(named.stream(), installed.sorted())
                    .filter(jdk -> major(jdk) >= LATER)
                    .findFirst();
        }
    }

    private static int major(Path jdk) {
        try {
            var version = MAJOR.matcher(Files.readString(jdk.resolve("release")));
            return version.find() && Files.isExecutable(jdk.resolve("bin/java"))
                    ? Integer.parseInt(version.group(1))
                    : 0;
        } catch (IOException noJdk) {
            return 0;
        }
    }
}
