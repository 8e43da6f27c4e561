package dev.kith.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Whether an address is out on the internet, by the registries of special-purpose addresses (RFC 6890 and what IANA added since). What
 * wraps an IPv4 address (mapped, NAT64, 6to4) is as public as that one; tunnels that hide one are not public.
 */
final class PublicAddress {
    private static final List<Block> NOT_PUBLIC = List.of(
            block("0.0.0.0", 8), // this network
            block("10.0.0.0", 8), // private
            block("100.64.0.0", 10), // shared by carriers
            block("127.0.0.0", 8), // loopback
            block("169.254.0.0", 16), // link-local, and where clouds tell their secrets
            block("172.16.0.0", 12), // private
            block("192.0.0.0", 24), // protocols
            block("192.0.2.0", 24), // documentation
            block("192.88.99.0", 24), // 6to4 relays
            block("192.168.0.0", 16), // private
            block("198.18.0.0", 15), // benchmarks
            block("198.51.100.0", 24), // documentation
            block("203.0.113.0", 24), // documentation
            block("224.0.0.0", 4), // multicast
            block("240.0.0.0", 4), // reserved, and broadcast
            block("2001::", 23), // protocols, Teredo, benchmarks
            block("2001:db8::", 32), // documentation
            block("3fff::", 20)); // documentation
    private static final Block GLOBAL_UNICAST = block("2000::", 3);
    private static final Block NAT64 = block("64:ff9b::", 96);
    private static final Block SIX_TO_FOUR = block("2002::", 16);
    private static final int V4 = 4;

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length == V4) {
            return isOutside(bytes);
        }
        if (isMapped(bytes) || NAT64.holds(bytes)) {
            return isOutside(Arrays.copyOfRange(bytes, bytes.length - V4, bytes.length));
        }
        if (SIX_TO_FOUR.holds(bytes)) {
            return isOutside(Arrays.copyOfRange(bytes, 2, 2 + V4));
        }
        return GLOBAL_UNICAST.holds(bytes) && isOutside(bytes);
    }

    /** {@code ::ffff:a.b.c.d}; Java reads the literal as IPv4, but an answer of a name server may hold one. */
    private static boolean isMapped(byte[] bytes) {
        for (var i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == -1 && bytes[11] == -1;
    }

    private static boolean isOutside(byte[] bytes) {
        return NOT_PUBLIC.stream().noneMatch(block -> block.holds(bytes));
    }

    /** Addresses that begin with these bits. */
    private record Block(byte[] start, int bits) {
        boolean holds(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (var bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> (bit % 8);
                if (((address[bit / 8] ^ start[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Block block(String start, int bits) {
        return new Block(bytes(start), bits);
    }

    /** Of a literal: no name is looked up. */
    private static byte[] bytes(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }
}
