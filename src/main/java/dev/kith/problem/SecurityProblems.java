package dev.kith.problem;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Who may not: the same words whatever was wrong with the token, so that nothing can be tried out. */
@Singleton
class SecurityProblems {
    @Inject
    Replies replies;

    @ServerExceptionMapper({
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class
    })
    RestResponse<Problem> who(SecurityException e) {
        var reply = replies.reply(ProblemType.UNAUTHENTICATED);
        reply.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, challenge(e));
        return reply;
    }

    @ServerExceptionMapper
    RestResponse<Problem> may(ForbiddenException e) {
        return replies.reply(ProblemType.FORBIDDEN);
    }

    /** RFC 6750: a token that came and was refused is named so; none at all gets the bare challenge. */
    static String challenge(Throwable e) {
        return e instanceof UnauthorizedException ? "Bearer" : "Bearer error=\"invalid_token\"";
    }
}
