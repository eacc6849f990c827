package org.dimos.record.query;

import java.util.Map;
import java.util.Optional;
import org.dimos.msgs.geometry.Point;
import org.dimos.msgs.geometry.Pose;
import org.dimos.record.Observation;

/** What a query is compared with: an observation as plain values. */
record Model(long id, long nanos, Optional<Point> place, Map<String, Object> tags, Object payload) {

    static Model of(Observation<?> observation) {
        return new Model(
                observation.id(),
                observation.timestampNanos(),
                observation.pose().map(Pose::position),
                Map.of(),
                observation.payload());
    }

    Model bare() {
        return new Model(id, nanos, place, Map.of(), payload);
    }

    Model with(Object newPayload) {
        return new Model(id, nanos, place, tags, newPayload);
    }
}
