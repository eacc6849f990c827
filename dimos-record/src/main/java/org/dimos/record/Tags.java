package org.dimos.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What was noted beside a stored message: a JSON object, parsed when first asked for. */
public final class Tags {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};
    private static final Pattern JUST_RECEPTION = Pattern.compile("\\{(\\s*\"reception_ts\":[ 0-9.]+)?}");
    private static final Tags NONE = ofJson(() -> "{}");

    private final Lazy<String> json;
    private final Lazy<Map<String, Object>> values;

    private Tags(Supplier<String> json) {
        this.json = new Lazy<>(json);
        this.values = new Lazy<>(this::parse);
    }

    public static Tags none() {
        return NONE;
    }

    /** Tags whose JSON text is made when first asked for. */
    public static Tags ofJson(Supplier<String> json) {
        return new Tags(json);
    }

    /** The given values as tags. */
    public static Tags of(Map<String, ?> values) {
        Map<String, ?> copy = new LinkedHashMap<>(values);
        return new Tags(() -> write(copy));
    }

    /** Whether there is nothing but the reception time, or nothing at all; cheaper than to look at the values. */
    public boolean isJustReception() {
        return this == NONE || JUST_RECEPTION.matcher(json()).matches();
    }

    /** The text of the JSON object. */
    public String json() {
        return json.get();
    }

    /**
     * The values by name, unmodifiable.
     *
     * @throws RecordingException if the tags are no JSON object
     */
    public Map<String, Object> values() {
        return values.get();
    }

    private Map<String, Object> parse() {
        try {
            return Collections.unmodifiableMap(
                    Objects.requireNonNullElseGet(MAPPER.readValue(json(), MAP), LinkedHashMap::new));
        } catch (JsonProcessingException e) {
            throw new RecordingException("tags are no JSON object: " + e.getOriginalMessage(), e);
        }
    }

    private static String write(Map<String, ?> values) {
        try {
            return MAPPER.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new RecordingException("tags cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }
}
