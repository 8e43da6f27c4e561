package dev.kith.walk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The shell block below a heading of the README, run by bash against a service. */
final class Walk {
    private static final int LONGEST_SECONDS = 120;

    private Walk() {}

    /** What it printed, line by line. */
    static List<String> below(String heading, String api) throws IOException, InterruptedException {
        var block = Pattern.compile("## " + Pattern.quote(heading) + "\n.*?```bash\n(.*?)```", Pattern.DOTALL);
        var readme = block.matcher(Files.readString(Path.of("README.md")));
        if (!readme.find()) {
            throw new IllegalStateException("README.md has no walk below " + heading);
        }
        var script = Files.writeString(Files.createTempFile("walk", ".sh"), readme.group(1));
        var bash = new ProcessBuilder("bash", script.toString()).redirectErrorStream(true);
        bash.environment().put("API", api);
        bash.directory(Files.createTempDirectory("walk").toFile());
        var process = bash.start();
        process.getOutputStream().close();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("The walk stumbled:\n" + printed);
        }
        return printed.lines().filter(line -> !line.isBlank()).toList();
    }
}
