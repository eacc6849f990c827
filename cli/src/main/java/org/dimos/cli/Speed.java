package org.dimos.cli;

import org.dimos.core.time.TimeControl;
import org.dimos.record.Player;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a speed: {@code 4}, {@code 0.5}, or {@code max} for as fast as possible. */
final class Speed implements ITypeConverter<Double> {

    @Override
    public Double convert(String text) {
        if (text.equals("max")) {
            return TimeControl.FREE;
        }
        try {
            double factor = Double.parseDouble(text);
            if (factor >= Player.MIN_SPEED && factor <= Player.MAX_SPEED) {
                return factor;
            }
        } catch (NumberFormatException e) {
            // told below, together with numbers out of range
        }
        throw new TypeConversionException("'" + text + "' is not a speed from " + Player.MIN_SPEED + " to "
                + Math.round(Player.MAX_SPEED) + ", nor 'max'");
    }
}
