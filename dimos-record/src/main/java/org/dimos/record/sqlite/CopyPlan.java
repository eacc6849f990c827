package org.dimos.record.sqlite;

import java.util.List;
import java.util.Map;

/**
 * What becomes of a stream in a copy.
 *
 * @param name its new name
 * @param rows which rows are taken
 * @param renames the new names of all streams that get one
 * @param keptTables tables that are taken by other streams
 */
public record CopyPlan(String name, RowSpans rows, Map<String, String> renames, List<String> keptTables) {
    public CopyPlan {
        renames = Map.copyOf(renames);
        keptTables = List.copyOf(keptTables);
    }
}
