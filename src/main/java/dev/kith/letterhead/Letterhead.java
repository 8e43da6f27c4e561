package dev.kith.letterhead;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The head and foot of a practice's letters. Lines of text as they were written; whoever prints them shows them as text, whatever they say.
 *
 * @param name null for the practice's own name, whatever it is called by then
 * @param address at most five lines; none is fine
 * @param registration what must stand on each page, such as a licence or company number
 * @param logoAlt what the logo shows, for those who do not see it; there when a logo is
 * @param version 0 until the practice has written one
 */
public record Letterhead(
        @Nullable String name,
        List<String> address,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String website,
        @Nullable String registration,
        @Nullable String logoAlt,
        @Nullable Logo logo,
        int version) {
    static final Letterhead NONE = new Letterhead(null, List.of(), null, null, null, null, null, null, 0);

    public Letterhead {
        address = List.copyOf(address);
    }

    /**
     * A picture without anything else in its file.
     *
     * @param png its pixels, at most {@link Pixels#WIDTH} by {@link Pixels#HEIGHT}
     */
    public record Logo(byte[] png, int width, int height) {}

    /** The same logo under other words. */
    Letterhead saying(WriteLetterhead words) {
        return new Letterhead(
                words.name(),
                words.address(),
                words.phone(),
                words.email(),
                words.website(),
                words.registration(),
                words.logoAlt(),
                logo,
                version);
    }

    /** The same words beside another logo, or none. */
    Letterhead showing(@Nullable Logo other) {
        return new Letterhead(name, address, phone, email, website, registration, logoAlt, other, version);
    }

    Letterhead next() {
        return new Letterhead(name, address, phone, email, website, registration, logoAlt, logo, version + 1);
    }
}
