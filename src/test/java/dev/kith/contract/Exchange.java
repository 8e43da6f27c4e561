package dev.kith.contract;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One request and what came back; headers by any case. */
record Exchange(
        String verb,
        String path,
        @Nullable String requestType,
        @Nullable String requestBody,
        int status,
        Map<String, String> headers,
        @Nullable String type,
        String body) {

    Exchange {
        var anyCase = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    static Exchange got(String path, int status, Map<String, String> headers, @Nullable String type, String body) {
        return new Exchange("GET", path, null, null, status, headers, type, body);
    }

    @Nullable
    String bareType() {
        return bare(type);
    }

    @Nullable
    String bareRequestType() {
        return bare(requestType);
    }

    private static @Nullable String bare(@Nullable String type) {
        return type == null || type.isEmpty() ? null : type.split(";", 2)[0].trim();
    }
}
