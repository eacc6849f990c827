package org.dimos.cli;

import java.util.Iterator;
import java.util.List;

/** The names of blueprints for the completion script. */
final class BlueprintNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Catalog.load(List.of()).blueprints().keySet().iterator();
    }
}
