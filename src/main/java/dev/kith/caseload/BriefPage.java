package dev.kith.caseload;

import dev.kith.etag.Etags;
import dev.kith.words.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.RestResponse;

/** The brief as a page for a screen or for paper: no script, nothing from elsewhere, every name escaped by the template engine. */
final class BriefPage {
    private BriefPage() {}

    /** The page by name, with what stands in it. */
    @CheckedTemplate(basePath = "caseload")
    static class Pages {
        private Pages() {}

        static native TemplateInstance brief(BriefView brief, Heading heading);
    }

    /** What stands around it. */
    record Heading(String title, String nothing, String source) {}

    static RestResponse<Object> of(BriefView brief, Words words) {
        var heading = new Heading(
                words.say("brief.title", brief.displayName()), words.say("brief.nothing"), words.say("brief.source"));
        var page = Pages.brief(brief, heading).render();
        return RestResponse.ResponseBuilder.create(RestResponse.Status.OK, (Object) page)
                .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.ETAG, Etags.ofContent(page.getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
