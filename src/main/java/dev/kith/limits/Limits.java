package dev.kith.limits;

import dev.kith.problem.ProblemException;
import io.github.bucket4j.Bucket;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often one principal may call. Counted in memory, per server: it guards this process, it is no bill. */
@ApplicationScoped
public class Limits {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    @Inject
    LimitsConfig config;

    @Inject
    CurrentVertxRequest request;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > config.principals();
        }
    };

    /**
     * Takes one call from the principal's minute and says in the reply's headers what is left.
     *
     * @param principal what the calls are counted by: a user, an integration, an address
     * @throws ProblemException 429 with Retry-After when the minute is used up
     */
    public void take(String principal) {
        var probe = bucketOf(principal).tryConsumeAndReturnRemaining(1);
        var left = probe.getRemainingTokens();
        var reset = seconds(probe.getNanosToWaitForReset());
        var call = request.getCurrent();
        if (call != null) {
            // draft-ietf-httpapi-ratelimit-headers: q quota, w window, r what is left, t seconds until it is full
            var headers = call.response().headers();
            headers.set(
                    "RateLimit-Policy", "\"principal\";q=" + config.requestsPerMinute() + ";w=" + WINDOW.toSeconds());
            headers.set("RateLimit", "\"principal\";r=" + left + ";t=" + reset);
        }
        if (!probe.isConsumed()) {
            throw ProblemException.tooMany(
                    "This minute's requests are used up.", Math.max(1, seconds(probe.getNanosToWaitForRefill())));
        }
    }

    private Bucket bucketOf(String principal) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(principal, unseen -> fresh());
        }
    }

    private Bucket fresh() {
        var most = config.requestsPerMinute();
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, WINDOW))
                .build();
    }

    private static int seconds(long nanos) {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, (nanos + 999_999_999L) / 1_000_000_000L));
    }
}
