package dev.kith.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A body that is not JSON, or not the JSON of the contract: 400, with the place where the reader stopped. */
@Singleton
class JsonProblems {
    @Inject
    Replies replies;

    /** Named apart because the framework brings a nearer mapper of its own. */
    @ServerExceptionMapper
    RestResponse<Problem> mismatch(MismatchedInputException e) {
        return json(e);
    }

    @ServerExceptionMapper
    RestResponse<Problem> json(JsonProcessingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException own) {
                return replies.reply(own);
            }
        }
        return replies.reply(
                new ProblemException(ProblemType.MALFORMED, "The body is not the JSON we take.", List.of(fault(e))));
    }

    static Problem.Fault fault(JsonProcessingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnrecognizedPropertyException unknown) {
                return new Problem.Fault(pointer(unknown), "unknown-field", "is not known here");
            }
            if (cause instanceof StreamConstraintsException) {
                return new Problem.Fault(pointer(e), "too-much", "is longer or deeper than we take");
            }
            if (cause instanceof StreamReadException broken) {
                return new Problem.Fault(pointer(broken), "not-json", "cannot be read");
            }
        }
        return new Problem.Fault(pointer(e), "wrong-type", "is missing or not of the type we take");
    }

    private static String pointer(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping) {
            var pointer = new StringBuilder();
            mapping.getPath()
                    .forEach(step -> pointer.append('/')
                            .append(step.getFieldName() == null ? step.getIndex() : escape(step.getFieldName())));
            return pointer.toString();
        }
        return e.getProcessor() instanceof JsonParser parser
                ? printable(parser.getParsingContext().pathAsPointer().toString())
                : "";
    }

    private static String escape(String name) {
        return printable(name).replace("~", "~0").replace("/", "~1");
    }

    /** The name itself may be what is wrong: half a surrogate pair cannot be written back. */
    private static String printable(String text) {
        var clean = new StringBuilder();
        text.codePoints()
                .map(c -> c < ' ' || Character.getType(c) == Character.SURROGATE ? '\ufffd' : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
