package dev.kith.definition;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Which language comes, when a person asks for some and we have others, and how a reply says so. */
public final class Languages {

    private Languages() {}

    /**
     * Lookup by RFC 4647 section 3.4: the first wanted language that is offered, each shortened from the right until one is (de-CH-1996, de-CH, de).
     *
     * @param offered languages to choose from; the first is the original and comes when nothing fits
     * @param wanted an Accept-Language value; null or malformed wants nothing
     */
    public static String choose(List<String> offered, @Nullable String wanted) {
        var original = offered.get(0);
        if (wanted == null || wanted.isBlank()) {
            return original;
        }
        try {
            var found = Locale.lookupTag(Locale.LanguageRange.parse(wanted), offered);
            return found == null ? original : inOfferedSpelling(offered, found);
        } catch (IllegalArgumentException malformed) {
            return original;
        }
    }

    /** The same reply, saying in which language it speaks, and that others may be told otherwise. */
    public static <T> RestResponse<T> told(RestResponse<T> reply, String language) {
        return RestResponse.ResponseBuilder.fromResponse(reply)
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header(HttpHeaders.VARY, "Accept-Language, Authorization")
                .build();
    }

    /** The look-up answers in lower case. */
    private static String inOfferedSpelling(List<String> offered, String found) {
        return offered.stream().filter(found::equalsIgnoreCase).findFirst().orElse(found);
    }
}
