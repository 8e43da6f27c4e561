package dev.kith.etag;

import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The version of a row as it is said and heard over HTTP. Strong tags: the version changes when the row does. */
public final class Etags {
    /** Left open, for {@link ContentTags} to add what is said. */
    static final String OPEN = "-\"";

    private static final Pattern OF_WHAT_IS_SAID = Pattern.compile("(\"\\d+)-[0-9a-f]{32}\"");

    private Etags() {}

    /**
     * Lets a change pass when it was made on this version. Of a tag that {@link #okAsSaid} gave, the version counts.
     *
     * @param ifMatch the header: one tag or several, or {@code *} for whatever is there
     * @throws ProblemException 428 without the header, 412 when it names other versions
     */
    public static void require(@Nullable String ifMatch, int version) {
        requireTag(
                ifMatch == null ? null : OF_WHAT_IS_SAID.matcher(ifMatch).replaceAll("$1\""),
                Integer.toString(version));
    }

    /** The same for what is tagged by more than a number; without quotes. */
    public static void requireTag(@Nullable String ifMatch, String version) {
        if (ifMatch == null) {
            throw new ProblemException(ProblemType.PRECONDITION_REQUIRED, null);
        }
        if (!names(ifMatch, '"' + version + '"')) {
            throw new ProblemException(ProblemType.STALE, null);
        }
    }

    /**
     * Lets a PUT pass that begins what is not there, or replaces what was read.
     *
     * @param now its version; null when nothing is there
     * @throws ProblemException 428 when something is there and neither header was sent, 412 when it is not as the headers say
     */
    public static void requireToPut(@Nullable Integer now, @Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (now != null && ifNoneMatch == null) {
            require(ifMatch, now);
        } else if (now != null || ifMatch != null) {
            throw new ProblemException(ProblemType.STALE, null);
        }
    }

    /** 200 with the version that the reader now has. */
    public static <T> RestResponse<T> ok(T view, int version) {
        return ok(view, Integer.toString(version));
    }

    /**
     * 200 for a reader of what says more than its row: what time changes, or the reader's language. Its tag is the version with a tag of
     * what is said, so that 304 means the same words, and either tag, this or the bare version, may be sent back to change it.
     */
    public static <T> RestResponse<T> okAsSaid(T view, int version) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, '"' + Integer.toString(version) + OPEN)
                .build();
    }

    /** 200 with its tag, given without quotes. */
    public static <T> RestResponse<T> ok(T view, String version) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, '"' + version + '"')
                .build();
    }

    /** What a PUT left there, with its version: 201 when it is new, else 200. */
    public static <T> RestResponse<T> put(T view, boolean created, int version) {
        return RestResponse.ResponseBuilder.create(created ? RestResponse.Status.CREATED : RestResponse.Status.OK, view)
                .header(HttpHeaders.ETAG, tag(version))
                .build();
    }

    /** The tag of bytes that are sent as they are, a picture or a printed page: another one for other bytes, with its quotes. */
    public static String ofContent(byte[] content) {
        return '"' + ContentTags.hash(content) + '"';
    }

    /** 201 with its version and where it lives: a path, so that it holds behind any proxy. */
    public static <T> RestResponse<T> created(T view, int version, String path) {
        return created(view, Integer.toString(version), path);
    }

    /** 201 with its tag, given without quotes, and where it lives. */
    public static <T> RestResponse<T> created(T view, String version, String path) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .header(HttpHeaders.ETAG, '"' + version + '"')
                .header(HttpHeaders.LOCATION, path)
                .build();
    }

    /** The strong entity tag of a version, with its quotes. */
    public static String tag(int version) {
        return '"' + Integer.toString(version) + '"';
    }

    /** Strong comparison: a weak tag names nothing. */
    static boolean names(String header, String tag) {
        for (var named : header.split(",", -1)) {
            if (named.strip().equals("*") || named.strip().equals(tag)) {
                return true;
            }
        }
        return false;
    }
}
