package org.dimos.msgs.sensor;

import java.util.List;
import org.dimos.core.message.LcmType;

/** Several feedbacks for a joystick. */
@LcmType("sensor_msgs.JoyFeedbackArray")
public record JoyFeedbackArray(List<JoyFeedback> array) {

    public JoyFeedbackArray {
        array = List.copyOf(array);
    }
}
