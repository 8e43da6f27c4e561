package dev.kith.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which methods an address takes: what the contract, generated into this build, says. */
@Singleton
class Allowed {
    private static final String CONTRACT = "META-INF/quarkus-generated-openapi-doc.JSON";
    private static final Set<String> VERBS = Set.of("get", "put", "post", "delete", "patch", "options", "head");

    private record Address(Pattern pattern, Set<String> verbs) {}

    private volatile @Nullable List<Address> addresses;

    /** The value of the Allow header; empty when nothing lives there. */
    String at(String path) {
        var known = addresses;
        if (known == null) {
            known = read();
            addresses = known;
        }
        var verbs = new TreeSet<String>();
        known.stream()
                .filter(address -> address.pattern.matcher(path).matches())
                .forEach(address -> verbs.addAll(address.verbs));
        if (verbs.contains("GET")) {
            verbs.add("HEAD");
        }
        if (!verbs.isEmpty()) {
            verbs.add("OPTIONS");
        }
        return String.join(", ", verbs);
    }

    private static List<Address> read() {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(CONTRACT)) {
            return in == null ? List.of() : addresses(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Address> addresses(JsonNode contract) {
        var found = new ArrayList<Address>();
        contract.path("paths").properties().forEach(path -> {
            var verbs = new TreeSet<String>();
            path.getValue().fieldNames().forEachRemaining(key -> {
                if (VERBS.contains(key)) {
                    verbs.add(key.toUpperCase(Locale.ROOT));
                }
            });
            found.add(new Address(pattern(path.getKey()), verbs));
        });
        return List.copyOf(found);
    }

    private static Pattern pattern(String template) {
        var regex = new StringBuilder();
        for (var part : template.split("(?=\\{)|(?<=\\})", -1)) {
            regex.append(part.startsWith("{") ? "[^/]+" : Pattern.quote(part));
        }
        return Pattern.compile(regex.toString());
    }
}
