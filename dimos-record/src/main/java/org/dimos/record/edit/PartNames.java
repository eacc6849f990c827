package org.dimos.record.edit;

import java.util.ArrayList;
import java.util.List;
import org.dimos.record.RecordingSource;

/** What goes in front of the streams of each part: the names of the files, with numbers where two are the same. */
final class PartNames {
    private PartNames() {}

    static List<String> of(List<RecordingSource> parts) {
        List<String> names = new ArrayList<>();
        for (RecordingSource part : parts) {
            String title = part.title();
            String stem = title.indexOf('.') > 0 ? title.substring(0, title.indexOf('.')) : title;
            String plain = stem.replaceAll("[^A-Za-z0-9_-]", "_");
            String free = plain.isEmpty() ? "part" : plain;
            for (int n = 2; names.contains(free); n++) {
                free = plain + "_" + n;
            }
            names.add(free);
        }
        return names;
    }
}
