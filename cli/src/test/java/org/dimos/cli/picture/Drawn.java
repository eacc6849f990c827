package org.dimos.cli.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.dimos.core.array.Ints;

/** What a terminal would show of sixels, or of kitty's protocol: pixels as 0xRRGGBB, row by row; -1 where nothing is. */
record Drawn(int width, int height, Ints pixels) {
    private static final Pattern SIXEL_START = Pattern.compile("\u001bP0;1q\"1;1;(\\d+);(\\d+)");
    private static final Pattern SIXEL_PART =
            Pattern.compile("#(\\d+);2;(\\d+);(\\d+);(\\d+)|#(\\d+)|!(\\d+)([?-~])|([?-~])|(\\$)|(-)");
    private static final Pattern KITTY_PIECE = Pattern.compile("\u001b_G([^;]*);([A-Za-z0-9+/=]{0,4096})\u001b\\\\");

    int rgb(int x, int y) {
        return pixels.get(y * width + x);
    }

    static Drawn ofSixels(String text) {
        Matcher start = SIXEL_START.matcher(text);
        if (!start.lookingAt() || !text.endsWith("\u001b\\")) {
            throw new AssertionError("no sixels: " + text.substring(0, Math.min(40, text.length())));
        }
        int width = Integer.parseInt(start.group(1));
        int height = Integer.parseInt(start.group(2));
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, -1);
        Map<Integer, Integer> colours = new HashMap<>();
        Matcher part = SIXEL_PART.matcher(text).region(start.end(), text.length() - 2);
        int x = 0;
        int top = 0;
        int colour = 0;
        while (part.lookingAt()) {
            if (part.group(1) != null) {
                colours.put(Integer.parseInt(part.group(1)), colour(part));
            } else if (part.group(5) != null) {
                colour = colours.getOrDefault(Integer.parseInt(part.group(5)), -1);
            } else if (part.group(9) != null) {
                x = 0;
            } else if (part.group(10) != null) {
                x = 0;
                top += 6;
            } else {
                int count = part.group(6) == null ? 1 : Integer.parseInt(part.group(6));
                int bits = (part.group(7) == null ? part.group(8) : part.group(7)).charAt(0) - '?';
                for (int end = x + count; x < end; x++) {
                    for (int bit = 0; bit < 6; bit++) {
                        if ((bits >> bit & 1) == 1) {
                            pixels[(top + bit) * width + x] = colour;
                        }
                    }
                }
            }
            part.region(part.end(), text.length() - 2);
        }
        if (part.regionStart() != text.length() - 2) {
            throw new AssertionError("no sixel at " + part.regionStart());
        }
        return new Drawn(width, height, Ints.wrap(pixels));
    }

    private static int colour(Matcher part) {
        return level(part.group(2)) << 16 | level(part.group(3)) << 8 | level(part.group(4));
    }

    private static int level(String percent) {
        return Math.round(Integer.parseInt(percent) * 2.55f);
    }

    static Drawn ofKitty(String text) {
        StringBuilder data = new StringBuilder();
        Map<String, String> keys = new HashMap<>();
        Matcher piece = KITTY_PIECE.matcher(text);
        int end = 0;
        String more = "1";
        while (piece.find() && piece.start() == end && more.equals("1")) {
            keys.putAll(keys(piece.toMatchResult()));
            more = keys.getOrDefault("m", "");
            data.append(piece.group(2));
            end = piece.end();
        }
        if (end != text.length() || !more.equals("0") || !"24".equals(keys.get("f")) || !"z".equals(keys.get("o"))) {
            throw new AssertionError("no picture for kitty: " + keys + " up to " + end + " of " + text.length());
        }
        byte[] bytes = inflated(Base64.getDecoder().decode(data.toString()));
        int[] pixels = new int[bytes.length / 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (bytes[3 * i] & 0xff) << 16 | (bytes[3 * i + 1] & 0xff) << 8 | (bytes[3 * i + 2] & 0xff);
        }
        return new Drawn(number(keys, "s"), number(keys, "v"), Ints.wrap(pixels));
    }

    private static int number(Map<String, String> keys, String key) {
        return Integer.parseInt(keys.getOrDefault(key, ""));
    }

    private static Map<String, String> keys(MatchResult piece) {
        Map<String, String> keys = new HashMap<>();
        for (String key : piece.group(1).split(",", -1)) {
            keys.put(key.substring(0, key.indexOf('=')), key.substring(key.indexOf('=') + 1));
        }
        return keys;
    }

    private static byte[] inflated(byte[] bytes) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
