package dev.kith.etag;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * What is read and does not count its versions is tagged by what it says (SHA-256, cut to 128 bits), so that an app that
 * asks again for the same is answered 304. What counts its versions and says more than they tell has this
 * behind its version. The text that was hashed is the text that is sent.
 */
class ContentTags {
    private static final int OK = 200;
    private static final int BYTES = 16;

    @Inject
    ObjectMapper json;

    /** Before {@link NotModified}: filters of a response run from the highest priority down. */
    @ServerResponseFilter(priority = Priorities.USER + 100)
    public void tag(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        var asked = request.getMethod().equals("GET") && response.getStatus() == OK;
        var tag = response.getHeaderString(HttpHeaders.ETAG);
        if (asked && response.getEntity() instanceof Record view && (tag == null || tag.endsWith(Etags.OPEN))) {
            var text = json.writeValueAsString(view);
            response.setEntity(new RawValue(text));
            var before = tag == null ? "\"" : tag.substring(0, tag.length() - 1);
            response.getHeaders().putSingle(HttpHeaders.ETAG, before + hash(text) + '"');
        }
    }

    private static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    static String hash(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
