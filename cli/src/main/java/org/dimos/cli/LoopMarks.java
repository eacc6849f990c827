package org.dimos.cli;

import java.util.List;
import org.dimos.record.RecordingException;
import org.dimos.record.replay.Loop;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads two marks in seconds: {@code 3,7.5}. */
final class LoopMarks implements ITypeConverter<Loop> {
    private static final Seconds SECONDS = new Seconds();

    @Override
    public Loop convert(String text) {
        List<String> marks = List.of(text.split(",", -1));
        if (marks.size() != 2) {
            throw new TypeConversionException("'" + text + "' is not two times in seconds such as 3,7.5");
        }
        try {
            return Loop.between(SECONDS.convert(marks.get(0)), SECONDS.convert(marks.get(1)));
        } catch (RecordingException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
