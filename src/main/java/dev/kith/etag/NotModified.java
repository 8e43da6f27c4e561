package dev.kith.etag;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** If-None-Match on whatever has an ETag: who holds this version already is told so, and sent nothing. */
class NotModified {
    private static final int OK = 200;
    private static final int SAME = 304;

    @ServerResponseFilter
    public void spare(ContainerRequestContext request, ContainerResponseContext response) {
        var held = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        var tag = response.getHeaderString(HttpHeaders.ETAG);
        if (held != null
                && tag != null
                && response.getStatus() == OK
                && request.getMethod().equals("GET")
                && Etags.names(held.replace("W/", ""), tag.replace("W/", ""))) { // reads compare weakly
            response.setEntity(null);
            response.setStatus(SAME);
        }
    }
}
