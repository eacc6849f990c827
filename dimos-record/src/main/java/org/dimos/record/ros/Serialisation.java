package org.dimos.record.ros;

import java.util.Optional;
import org.dimos.core.array.Bytes;

/** How ROS turns a message into bytes. */
public enum Serialisation {
    /** That of ROS 1. */
    ROS1 {
        @Override
        WireInput open(Bytes message) {
            return new Ros1Input(message);
        }
    },
    /** That of ROS 2: plain CDR. */
    CDR {
        @Override
        WireInput open(Bytes message) {
            return new CdrInput(message);
        }
    };

    abstract WireInput open(Bytes message);

    /** The serialisation that a bag names so. */
    public static Optional<Serialisation> named(String name) {
        return switch (name) {
            case "ros1" -> Optional.of(ROS1);
            case "cdr" -> Optional.of(CDR);
            default -> Optional.empty();
        };
    }
}
