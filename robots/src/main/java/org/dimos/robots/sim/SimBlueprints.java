package org.dimos.robots.sim;

import static org.dimos.blueprint.Blueprint.autoconnect;
import static org.dimos.blueprint.Blueprint.module;

import java.util.Map;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.BlueprintSource;
import org.dimos.robots.nav.Explorer;
import org.dimos.robots.nav.OccupancyMapper;
import org.dimos.robots.nav.Patrol;

/** The blueprints of the simulated robot, each on top of the one before. */
public final class SimBlueprints implements BlueprintSource {

    /** The robot alone. */
    public static final Blueprint BASIC = module(SimConnection.class).defaultRecordModules(SimConnection.class);

    /** It makes a map and explores. */
    public static final Blueprint NAV = autoconnect(BASIC, module(OccupancyMapper.class), module(Explorer.class))
            .defaultRecordModules(Explorer.class);

    /** It goes round in what it has explored. */
    public static final Blueprint PATROL =
            autoconnect(NAV, module(Patrol.class)).defaultRecordModules(Patrol.class);

    @Override
    public Map<String, Blueprint> blueprints() {
        return Map.of("sim-basic", BASIC, "sim-nav", NAV, "sim-patrol", PATROL);
    }
}
