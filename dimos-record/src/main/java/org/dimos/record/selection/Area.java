package org.dimos.record.selection;

import org.dimos.msgs.geometry.Point;
import org.dimos.record.Observation;
import org.dimos.record.RecordingException;

/**
 * A ball around a place, in metres in the root frame.
 *
 * @param center its middle
 * @param radius how far it goes; what is exactly that far away belongs to it
 */
public record Area(Point center, double radius) {
    public Area {
        if (!Double.isFinite(center.x() + center.y() + center.z()) || !(radius >= 0) || Double.isInfinite(radius)) {
            throw new RecordingException("near (" + center.x() + ", " + center.y() + ", " + center.z() + ") within "
                    + radius + " m: the place must be three numbers and the radius a number of at least 0");
        }
    }

    boolean contains(Observation<?> observation) {
        return observation.pose().map(pose -> contains(pose.position())).orElse(false);
    }

    /** Computed in the order in which SQL does it, so that both agree on every bit. */
    private boolean contains(Point place) {
        double x = place.x() - center.x();
        double y = place.y() - center.y();
        double z = place.z() - center.z();
        return x * x + y * y + z * z <= radius * radius;
    }

    @Override
    public String toString() {
        return "within " + radius + " m of (" + center.x() + ", " + center.y() + ", " + center.z() + ")";
    }
}
