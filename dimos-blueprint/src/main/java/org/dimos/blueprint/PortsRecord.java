package org.dimos.blueprint;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dimos.blueprint.Port.Direction;
import org.dimos.core.In;
import org.dimos.core.Latched;
import org.dimos.core.Out;
import org.dimos.core.RobotModule;

/** Reads a module's ports from its class: the components of its nested record {@code Ports}. */
final class PortsRecord {
    private final Class<?> record;

    private PortsRecord(Class<?> record) {
        this.record = record;
    }

    /** The ports record of a module, or empty for a module without streams. */
    static Optional<PortsRecord> of(Class<? extends RobotModule> module) {
        return Stream.of(module.getDeclaredClasses())
                .filter(nested -> nested.isRecord() && nested.getSimpleName().equals("Ports"))
                .findFirst()
                .map(PortsRecord::new);
    }

    /** The class of the record itself. */
    Class<?> type() {
        return record;
    }

    /** The ports in the order of their declaration, each on the stream of its own name. */
    List<Port> read() {
        List<Port> ports = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            try {
                ports.add(port(component));
            } catch (BlueprintException e) {
                mistakes.addAll(e.mistakes());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new BlueprintException(mistakes);
        }
        return ports;
    }

    private static Port port(RecordComponent component) {
        Class<?> end = component.getType();
        if (end != In.class && end != Out.class) {
            throw new BlueprintException(
                    describe(component) + " is a " + end.getSimpleName() + "; a port is an In<…> or an Out<…>");
        }
        String name = snakeCase(component.getName());
        boolean latched = component.isAnnotationPresent(Latched.class);
        if (latched && end == In.class) {
            throw new BlueprintException(
                    describe(component) + " is @Latched and an In<…>; the module that publishes says what holds");
        }
        Direction direction = end == In.class ? Direction.IN : Direction.OUT;
        return new Port(name, name, messageType(component), direction, latched);
    }

    private static Class<?> messageType(RecordComponent component) {
        Type type = component.getGenericType() instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[0]
                : Object.class;
        if (type instanceof Class<?> message && message != Object.class) {
            return message;
        }
        throw new BlueprintException(describe(component) + " carries " + type.getTypeName()
                + "; a message is of a plain class, such as a record");
    }

    private static String describe(RecordComponent component) {
        Class<?> record = component.getDeclaringRecord();
        return "port '" + component.getName() + "' of " + record.getNestHost().getSimpleName();
    }

    private static String snakeCase(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** Makes the record, asking for the end of each port by its name. */
    Object instantiate(Function<String, Object> ends) {
        RecordComponent[] components = record.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> ends.apply(snakeCase(component.getName())))
                .toArray();
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the constructor of " + record.getName() + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(record.getName() + " cannot be constructed", e);
        }
    }
}
