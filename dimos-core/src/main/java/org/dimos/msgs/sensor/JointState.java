package org.dimos.msgs.sensor;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.dimos.core.array.Doubles;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/**
 * State of named joints: position in rad or m, velocity in rad/s or m/s, effort in N·m or N. An array may be empty.
 */
@LcmType("sensor_msgs.JointState")
public record JointState(Header header, List<String> name, Doubles position, Doubles velocity, Doubles effort)
        implements Stamped {

    public JointState {
        requireNonNull(header, "header is null");
        name = List.copyOf(name);
        requireNonNull(position, "position is null");
        requireNonNull(velocity, "velocity is null");
        requireNonNull(effort, "effort is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
