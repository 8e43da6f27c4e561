import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Prints a port that was free a moment ago. */
final class FreePort {
    private FreePort() {}

    public static void main(String[] none) throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.out.println(socket.getLocalPort());
        }
    }
}
