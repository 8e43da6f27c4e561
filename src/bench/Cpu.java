import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What a process has used of the processors, in milliseconds, from /proc; it counts in ticks of ten. */
final class Cpu {
    private static final int TICK_MILLIS = 10;
    private static final int USER = 11;

    private Cpu() {}

    static long of(long pid) throws IOException {
        return sum(pid, 2);
    }

    /** And its children that ended and were waited for. */
    static long withEnded(long pid) throws IOException {
        return sum(pid, 4);
    }

    private static long sum(long pid, int fields) throws IOException {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var after = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            var ticks = 0L;
            for (var i = USER; i < USER + fields; i++) ticks += Long.parseLong(after[i]);
            return ticks * TICK_MILLIS;
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }
}
