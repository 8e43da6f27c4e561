import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One kept-alive connection to the service. Small on purpose: what the driver burns, the service lacks on the same machine. */
final class Line implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int from;
    private int to;
    private long taken;

    Line(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = socket.getInputStream();
    }

    static byte[] get(String path, String token) {
        return (head("GET", path, token) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] put(String path, String token, String json) {
        var length = json.getBytes(StandardCharsets.UTF_8).length;
        return (head("PUT", path, token) + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n"
                        + json)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String head(String method, String path, String token) {
        return method + " " + path
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json, */*;q=0.9\r\nAuthorization: Bearer "
                + token + "\r\n";
    }

    /** Sends a request and reads its reply to the end; the status. */
    int send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var length = 0L;
        var chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var name = header.substring(0, header.indexOf(':')).toLowerCase(java.util.Locale.ROOT);
            var value = header.substring(name.length() + 1).strip();
            if (name.equals("content-length")) length = Long.parseLong(value);
            if (name.equals("transfer-encoding")) chunked = value.equalsIgnoreCase("chunked");
        }
        if (chunked) skipChunks();
        else skip(length);
        return status;
    }

    /** Bytes read so far, heads and all. */
    long taken() {
        return taken;
    }

    private void skipChunks() throws IOException {
        for (var size = Long.parseLong(line(), 16); size > 0; size = Long.parseLong(line(), 16)) skip(size + 2);
        line();
    }

    private void skip(long many) throws IOException {
        for (var left = many; left > 0; ) {
            if (from == to) fill();
            var here = (int) Math.min(left, to - from);
            from += here;
            left -= here;
        }
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream(80);
        while (true) {
            if (from == to) fill();
            var next = buffer[from++];
            if (next == '\n') return line.toString(StandardCharsets.US_ASCII);
            if (next != '\r') line.write(next);
        }
    }

    private void fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer));
        taken += to;
        if (to == 0) throw new EOFException("the service closed the connection");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
