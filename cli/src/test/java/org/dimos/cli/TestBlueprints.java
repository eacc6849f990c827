package org.dimos.cli;

import java.util.Map;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.BlueprintSource;
import org.dimos.cli.testing.Counter;
import org.dimos.cli.testing.Failing;
import org.dimos.cli.testing.Listener;

/** The blueprints of the tests, found like those of any other jar. */
public final class TestBlueprints implements BlueprintSource {
    @Override
    public Map<String, Blueprint> blueprints() {
        Blueprint counting = Blueprint.autoconnect(Blueprint.module(Counter.class), Blueprint.module(Listener.class));
        return Map.of(
                "test-counting",
                counting.defaultRecordModules(Counter.class),
                "test-failing",
                Blueprint.autoconnect(counting, Blueprint.module(Failing.class)));
    }
}
