package dev.kith.manual;

import java.util.List;

/**
 * One object of the format.
 *
 * @param id where links to it lead
 * @param about what it is for; empty when its fields say it all
 */
public record FormatSection(String id, String title, String about, List<Field> fields) {

    /**
     * One field of it.
     *
     * @param type in words, such as "list of codes"
     * @param link id of the section that says more; empty when there is none
     */
    public record Field(String name, boolean needed, String type, String link, String about) {}
}
