package dev.kith.idempotency;

import dev.kith.idempotency.Replies.Reply;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Leaves the operation without running it: the first reply is given again. */
class ReplyAgain extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Reply reply;

    ReplyAgain(Reply reply) {
        super(null, null, false, false);
        this.reply = reply;
    }

    /** As it was said the first time. */
    static class Sayer {
        @ServerExceptionMapper
        public Response again(ReplyAgain e) {
            var response = Response.status(e.reply.status());
            e.reply.headers().forEach(response::header);
            if (e.reply.body() != null) {
                response.entity(e.reply.body()).type(MediaType.APPLICATION_JSON_TYPE);
            }
            return response.build();
        }
    }
}
