package dev.kith.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is asked of the database, counted at the driver: begin, commit and the pool's own talk left out. */
public final class Statements {
    private static final Pattern PARSED =
            Pattern.compile("FE=> Parse\\(stmt=(\\w+),query=\"(.*)\",oids=", Pattern.DOTALL);
    private static final Pattern BOUND = Pattern.compile("FE=> Bind\\(stmt=(\\w+),");

    private Statements() {}

    /** Statements by their text, in order. In tests nothing but the driver's own talk is named, so that each is parsed. */
    public static List<String> during(Runnable call) {
        try (var logged = Logged.under("org.postgresql.core.v3.QueryExecutorImpl")) {
            call.run();
            return statements(logged.lines());
        }
    }

    private static List<String> statements(List<String> lines) {
        var asked = new ArrayList<String>();
        var last = "";
        for (var line : lines) {
            var parsed = PARSED.matcher(line);
            var bound = BOUND.matcher(line);
            if (parsed.find()) {
                last = parsed.group(2);
            } else if (bound.find() && bound.group(1).equals("null") && !isTheDrivers(last)) {
                asked.add(last);
            }
        }
        return asked;
    }

    private static boolean isTheDrivers(String sql) {
        var start = sql.strip().toLowerCase(Locale.ROOT);
        return start.isEmpty()
                || start.startsWith("begin")
                || start.startsWith("commit")
                || start.startsWith("rollback")
                || start.startsWith("set ")
                || start.contains("pg_catalog.pg_type"); // once per connection
    }
}
