package dev.kith.definition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers faults, each once. However many there are, what is told stays short enough to read. */
public final class Faults {

    static final int MOST_TOLD = 200;

    private final Set<DefinitionFault> told = new LinkedHashSet<>();
    private boolean more;

    public void add(String pointer, String code, String detail) {
        if (told.size() < MOST_TOLD - 1) {
            told.add(new DefinitionFault(pointer, code, detail));
        } else {
            more = true;
        }
    }

    public void unless(boolean right, String pointer, String code, String detail) {
        if (!right) {
            add(pointer, code, detail);
        }
    }

    public boolean isEmpty() {
        return told.isEmpty();
    }

    /** In the order they were found; the last says so when there are more than are told. */
    public List<DefinitionFault> told() {
        if (!more) {
            return List.copyOf(told);
        }
        var all = new ArrayList<>(told);
        all.add(new DefinitionFault("", "more-faults", "There are more; mend these first."));
        return List.copyOf(all);
    }
}
