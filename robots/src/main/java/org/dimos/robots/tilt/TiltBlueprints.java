package org.dimos.robots.tilt;

import java.util.Map;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.BlueprintSource;

/** The blueprints of the tilting laser. */
public final class TiltBlueprints implements BlueprintSource {

    /** A recording of the laser and its transforms becomes point clouds. */
    public static final Blueprint CLOUD =
            Blueprint.module(TiltCloudAssembler.class).defaultRecordModules(TiltCloudAssembler.class);

    @Override
    public Map<String, Blueprint> blueprints() {
        return Map.of("tilt-cloud", CLOUD);
    }
}
