package org.dimos.record.ros;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** What a message record says about its own layout. */
final class RecordLayout {
    private RecordLayout() {}

    /** The components of a record class, in order. */
    static List<Slot> slots(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            slots.add(Slot.of(components[i], i));
        }
        return slots;
    }

    /** The layout that ROS 2 gives the type, if it has the record's fields. */
    static StructType ros2(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Slot slot : slots(type)) {
            if (!slot.mayBeMissing(type)) {
                fields.add(new Field(slot.name(), fieldType(slot), slot.count()));
            }
        }
        return new StructType(type.getSimpleName(), fields);
    }

    private static FieldType fieldType(Slot slot) {
        return slot.primitive().<FieldType>map(each -> each).orElseGet(() -> ros2(slot.element()));
    }
}
