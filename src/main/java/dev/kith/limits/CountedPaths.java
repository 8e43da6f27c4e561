package dev.kith.limits;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** What is measured is counted by kind of address: calls that fail before their route is known would bring ids of people into the measures. */
@Singleton
class CountedPaths {
    /** Whoever reads measures is to read no calendars. */
    private static final Pattern SECRET = Pattern.compile("(?<=/calendar-feeds/)[^/]+");

    private static final Pattern ID =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    @Produces
    @Singleton
    MeterFilter withoutIds() {
        return MeterFilter.replaceTagValues("uri", CountedPaths::withoutIds);
    }

    static String withoutIds(String path) {
        return SECRET.matcher(ID.matcher(path).replaceAll("{id}")).replaceAll("{secret}");
    }
}
