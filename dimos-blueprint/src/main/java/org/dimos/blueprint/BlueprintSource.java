package org.dimos.blueprint;

import java.util.Map;

/**
 * Gives named blueprints to the {@code dimos} program. Implementations are found with {@link java.util.ServiceLoader};
 * a jar of one's own adds its blueprints with a line in {@code META-INF/services/org.dimos.blueprint.BlueprintSource}.
 */
public interface BlueprintSource {

    /** The blueprints by name; names are lower case words with dashes, such as {@code sim-nav}. */
    Map<String, Blueprint> blueprints();
}
