package org.dimos.cli;

import java.util.Arrays;
import org.dimos.msgs.geometry.Point;
import org.dimos.record.RecordingException;
import org.dimos.record.selection.Area;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a place and a radius in metres: {@code 1,2.5,0,0.5}. */
final class NearConverter implements ITypeConverter<Area> {
    @Override
    public Area convert(String text) {
        try {
            double[] numbers = Arrays.stream(text.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (numbers.length == 4) {
                return new Area(new Point(numbers[0], numbers[1], numbers[2]), numbers[3]);
            }
        } catch (NumberFormatException | RecordingException e) {
            // told below, together with a wrong count of numbers
        }
        throw new TypeConversionException(
                "'" + text + "' is no place; it takes x,y,z and a radius in metres such as 1,2.5,0,0.5");
    }
}
