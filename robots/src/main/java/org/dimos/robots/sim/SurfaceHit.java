package org.dimos.robots.sim;

import org.jspecify.annotations.Nullable;

/** Where a ray ends. Filled in again and again, because a picture has 76,800 of them. */
final class SurfaceHit {

    /** What kind of surface was met. */
    enum Face {
        NOTHING,
        FLOOR,
        CEILING,
        SIDE,
        TOP,
        UNDERSIDE
    }

    double distance;
    Face face = Face.NOTHING;

    /** Null for floor and ceiling. */
    @Nullable
    Solid solid;

    double normalX;
    double normalY;

    void set(double newDistance, Face newFace, @Nullable Solid newSolid) {
        distance = newDistance;
        face = newFace;
        solid = newSolid;
    }
}
