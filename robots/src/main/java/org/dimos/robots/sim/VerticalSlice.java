package org.dimos.robots.sim;

import java.util.Arrays;
import java.util.List;

/**
 * The world cut by an upright half plane: what all rays with one heading can meet. One cut serves a column of a picture
 * or all rings of a lidar, which makes the third dimension nearly free.
 */
final class VerticalSlice {
    private final Solid[] solids;
    private final double ceiling;
    private final Footprint.Crossing crossing = new Footprint.Crossing();
    private final Footprint.Crossing[] crossings;
    private final Solid[] crossed;
    private int count;

    VerticalSlice(World world) {
        List<Solid> all = world.solids();
        solids = all.toArray(new Solid[0]);
        ceiling = world.ceiling();
        crossed = new Solid[solids.length];
        crossings = new Footprint.Crossing[solids.length];
        Arrays.setAll(crossings, i -> new Footprint.Crossing());
    }

    /** Cuts the world from a point along a direction; its length is the unit of all distances. */
    void cut(double x, double y, double dx, double dy) {
        count = 0;
        for (Solid solid : solids) {
            if (solid.footprint().cross(x, y, dx, dy, crossing)) {
                insert(solid);
            }
        }
    }

    private void insert(Solid solid) {
        int at = count++;
        Footprint.Crossing slot = crossings[at];
        while (at > 0 && crossings[at - 1].near > crossing.near) {
            crossings[at] = crossings[at - 1];
            crossed[at] = crossed[at - 1];
            at--;
        }
        slot.near = crossing.near;
        slot.far = crossing.far;
        slot.normalX = crossing.normalX;
        slot.normalY = crossing.normalY;
        crossings[at] = slot;
        crossed[at] = solid;
    }

    /**
     * Follows a ray of this slice.
     *
     * @param z the height it starts at
     * @param slope how much it rises per unit of distance
     * @param hit filled in
     */
    void trace(double z, double slope, SurfaceHit hit) {
        hit.set(Double.POSITIVE_INFINITY, SurfaceHit.Face.NOTHING, null);
        if (slope < 0) {
            hit.set(-z / slope, SurfaceHit.Face.FLOOR, null);
        } else if (slope > 0) {
            hit.set((ceiling - z) / slope, SurfaceHit.Face.CEILING, null);
        }
        for (int i = 0; i < count && crossings[i].near < hit.distance; i++) {
            meet(crossed[i], crossings[i], z, slope, hit);
        }
    }

    private static void meet(Solid solid, Footprint.Crossing at, double z, double slope, SurfaceHit hit) {
        double entry = z + slope * at.near;
        if (entry >= solid.bottom() && entry <= solid.top()) {
            hit.set(at.near, SurfaceHit.Face.SIDE, solid);
            hit.normalX = at.normalX;
            hit.normalY = at.normalY;
            return;
        }
        boolean below = entry < solid.bottom();
        double distance = ((below ? solid.bottom() : solid.top()) - z) / slope;
        if (distance > at.near && distance < at.far && distance < hit.distance) {
            hit.set(distance, below ? SurfaceHit.Face.UNDERSIDE : SurfaceHit.Face.TOP, solid);
        }
    }
}
