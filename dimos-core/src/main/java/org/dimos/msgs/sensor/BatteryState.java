package org.dimos.msgs.sensor;

import static java.util.Objects.requireNonNull;

import org.dimos.core.array.Floats;
import org.dimos.core.message.LcmType;
import org.dimos.core.message.Stamped;
import org.dimos.msgs.std.Header;

/**
 * State of a battery: V, °C, A (negative while discharging), Ah; {@code percentage} from 0 to 1. NaN where unknown.
 */
@LcmType("sensor_msgs.BatteryState")
public record BatteryState(
        Header header,
        float voltage,
        float temperature,
        float current,
        float charge,
        float capacity,
        float designCapacity,
        float percentage,
        byte powerSupplyStatus,
        byte powerSupplyHealth,
        byte powerSupplyTechnology,
        boolean present,
        Floats cellVoltage,
        Floats cellTemperature,
        String location,
        String serialNumber)
        implements Stamped {

    public BatteryState {
        requireNonNull(header, "header is null");
        requireNonNull(cellVoltage, "cellVoltage is null");
        requireNonNull(cellTemperature, "cellTemperature is null");
        requireNonNull(location, "location is null");
        requireNonNull(serialNumber, "serialNumber is null");
    }

    @Override
    public long stampNanos() {
        return header.stampNanos();
    }
}
