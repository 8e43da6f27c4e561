package dev.kith.problem;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages that a problem's {@code type} names: what it means and what to do then, for whoever meets one. */
@Singleton
class ProblemPages {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%1$s</title></head>
            <body><main>
            <h1>%1$s</h1>
            %2$s
            </main></body>
            </html>
            """;

    void pages(@Observes Router router) {
        router.get(ProblemType.PAGES).handler(call -> send(call, page("Problems", all())));
        for (var type : ProblemType.values()) {
            router.get(type.uri()).handler(call -> send(call, page(type.title(), one(type))));
        }
    }

    private static void send(RoutingContext call, String page) {
        call.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Cache-Control", "public, max-age=86400")
                .putHeader("Content-Security-Policy", "default-src 'none'")
                .end(page);
    }

    private static String page(String title, String content) {
        return PAGE.formatted(title, content);
    }

    private static String one(ProblemType type) {
        return "<p>Status %d, <code>%s</code>.</p>%n<p>%s</p>%n<p><a href=\"%s\">All problems</a></p>"
                .formatted(type.status(), type.code(), worded(type.advice()), ProblemType.PAGES);
    }

    private static String all() {
        return Stream.of(ProblemType.values())
                .map(type -> "<li><a href=\"%s\">%d %s</a>: %s</li>"
                        .formatted(type.uri(), type.status(), type.title(), worded(type.advice())))
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
    }

    /** The advice marks names of fields and headers as Markdown does. */
    private static String worded(String advice) {
        return advice.replaceAll("`([^`]+)`", "<code>$1</code>");
    }
}
