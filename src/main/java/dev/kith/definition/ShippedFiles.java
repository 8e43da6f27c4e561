package dev.kith.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder of content that ships with Kith.
 *
 * @param folder on the class path, such as /content/questionnaires/
 */
public record ShippedFiles(String folder) {

    /** The names of its files in their order. They stand in a file, because a jar cannot be listed. */
    public List<String> index() {
        var names = new ArrayList<String>();
        Definitions.parseYaml(text("index.yaml")).forEach(name -> names.add(name.textValue()));
        return List.copyOf(names);
    }

    public String text(String name) {
        try (var in = ShippedFiles.class.getResourceAsStream(folder + name)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + folder + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
