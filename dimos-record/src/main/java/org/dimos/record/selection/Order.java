package org.dimos.record.selection;

import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import org.dimos.msgs.geometry.Point;
import org.dimos.record.Observation;

/**
 * The order of observations. Those that are equal in it follow by id, so that descending is ascending read backwards.
 *
 * @param field what is compared
 * @param descending whether the greatest comes first
 */
public record Order(Field field, boolean descending) {
    /** By timestamp: the order of a replay. */
    public static final Order TIME = new Order(Field.TIME, false);

    /** By id: the order of arrival. */
    public static final Order ID = new Order(Field.ID, false);

    /** What observations can be ordered by. Without a pose an observation is below all that have one. */
    public enum Field {
        TIME,
        ID,
        POSE_X,
        POSE_Y,
        POSE_Z
    }

    /** Ascending by a field. */
    public static Order by(Field field) {
        return new Order(field, false);
    }

    /** The same the other way round. */
    public Order reversed() {
        return new Order(field, !descending);
    }

    /** This order of observations in memory. */
    public Comparator<Observation<?>> comparator() {
        Comparator<Observation<?>> ascending = switch (field) {
            case TIME -> Comparator.comparingLong(Observation::timestampNanos);
            case ID -> Comparator.comparingLong(Observation::id);
            case POSE_X -> byPlace(Point::x);
            case POSE_Y -> byPlace(Point::y);
            case POSE_Z -> byPlace(Point::z);
        };
        Comparator<Observation<?>> total = ascending.thenComparingLong(Observation::id);
        return descending ? total.reversed() : total;
    }

    private static Comparator<Observation<?>> byPlace(ToDoubleFunction<Point> coordinate) {
        return Comparator.comparingDouble(observation -> observation
                .pose()
                .map(pose -> coordinate.applyAsDouble(pose.position()) + 0.0)
                .orElse(Double.NEGATIVE_INFINITY));
    }

    @Override
    public String toString() {
        String name = switch (field) {
            case TIME -> "time";
            case ID -> "id";
            case POSE_X -> "x";
            case POSE_Y -> "y";
            case POSE_Z -> "z";
        };
        return descending ? name + " descending" : name;
    }
}
