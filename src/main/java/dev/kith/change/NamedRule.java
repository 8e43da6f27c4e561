package dev.kith.change;

/**
 * By which rule a figure was made. The version goes up whenever the same facts could give another figure.
 *
 * @param name in lower-kebab, such as reliable-change
 * @param version 1 and up
 */
public record NamedRule(String name, int version) {

    public NamedRule {
        if (!name.matches("[a-z]+(-[a-z]+)*") || version < 1) {
            throw new IllegalArgumentException("no rule: " + name + " " + version);
        }
    }
}
