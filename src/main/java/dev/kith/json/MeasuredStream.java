package dev.kith.json;

import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Counts and digests what passes; more than the most is refused there, also when no length was announced. */
class MeasuredStream extends FilterInputStream {
    private final MessageDigest digest;
    private final int most;
    private int seen;

    MeasuredStream(InputStream in, MessageDigest digest, int most) {
        super(in);
        this.digest = digest;
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            count(1);
            digest.update((byte) next);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        if (got > 0) {
            count(got);
            digest.update(buffer, offset, got);
        }
        return got;
    }

    /** The parser closes what it read; the rest is still to be measured. */
    @Override
    public void close() {}

    /** SHA-256 of all of it, after reading what the parser left unread. */
    byte[] digestOfAll() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        return digest.digest();
    }

    void end() throws IOException {
        super.close();
    }

    private void count(int more) {
        seen += more;
        if (seen > most) {
            throw new ProblemException(ProblemType.TOO_LARGE, null);
        }
    }
}
