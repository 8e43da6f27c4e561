package dev.kith.paging;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Sends a page with its Link header (RFC 8288), relative, so that it holds behind any proxy. */
public final class Pages {
    private Pages() {}

    /** 200 with the page, and {@code Link: <?...>; rel="next"} unless it is the last. */
    public static <P> RestResponse<P> reply(P page, @Nullable String next, UriInfo asked) {
        var reply = RestResponse.ResponseBuilder.ok(page);
        if (next != null) {
            reply.header(HttpHeaders.LINK, "<" + query(asked.getRequestUri().getRawQuery(), next) + ">; rel=\"next\"");
        }
        return reply.build();
    }

    /** The same question, from further on. */
    static String query(@Nullable String rawQuery, String next) {
        var parts = new ArrayList<String>();
        if (rawQuery != null) {
            for (var part : rawQuery.split("&", -1)) {
                if (!part.isEmpty() && !part.equals("after") && !part.startsWith("after=")) {
                    parts.add(part);
                }
            }
        }
        parts.add("after=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        return "?" + String.join("&", parts);
    }
}
