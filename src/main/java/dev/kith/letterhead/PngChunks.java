package dev.kith.letterhead;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * A PNG as the parts it is made of (ISO/IEC 15948, 5.3): a length of four bytes, a name of four, what it holds, a checksum of four. A reader unpacks
 * packed texts and profiles even when nobody wants them; so it is handed the picture alone.
 */
final class PngChunks {
    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    /** Header, colours, what is see-through, pixels, end. */
    private static final Set<Integer> PICTURE =
            Set.of(named("IHDR"), named("PLTE"), named("tRNS"), named("IDAT"), named("IEND"));

    private static final int CHECKSUM = 4;

    private PngChunks() {}

    /**
     * The same picture without anything else, and without what follows its end.
     *
     * @throws IOException when it is cut short or says lengths that are none
     */
    static byte[] pictureOf(InputStream file) throws IOException {
        var in = new DataInputStream(file);
        in.skipNBytes(SIGNATURE.length);
        var picture = new ByteArrayOutputStream();
        picture.writeBytes(SIGNATURE);
        int name;
        do {
            var length = in.readInt();
            name = in.readInt();
            if (length < 0 || length > Pixels.MOST_BYTES) {
                throw new IOException("a part of a length that it cannot have");
            }
            if (PICTURE.contains(name)) {
                picture.writeBytes(bytes(length));
                picture.writeBytes(bytes(name));
                picture.writeBytes(whole(in, length + CHECKSUM));
            } else {
                in.skipNBytes(length + CHECKSUM);
            }
        } while (name != named("IEND"));
        return picture.toByteArray();
    }

    private static byte[] whole(DataInputStream in, int length) throws IOException {
        var bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    private static byte[] bytes(int number) {
        return new byte[] {(byte) (number >>> 24), (byte) (number >>> 16), (byte) (number >>> 8), (byte) number};
    }

    private static int named(String name) {
        return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
    }
}
