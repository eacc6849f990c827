package org.dimos.record.query;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.dimos.msgs.geometry.Point;
import org.dimos.record.Observation;
import org.dimos.record.selection.Order;

/** A query made at random together with what it should give, computed from a list in the plainest way. */
final class RandomQuery {
    private static final Comparator<Model> BY_TIME =
            Comparator.comparingLong(Model::nanos).thenComparingLong(Model::id);

    private static final List<Order.Field> FIELDS = List.of(Order.Field.values());

    private final Random random;
    private final StringBuilder words = new StringBuilder();
    private Query<Object> query;
    private List<Model> expected;
    private boolean byTime = true;

    RandomQuery(Random random, Query<Object> all, List<Model> rows) {
        this.random = random;
        this.query = all;
        this.expected = new ArrayList<>(rows);
        expected.sort(BY_TIME);
        for (int i = random.nextInt(5); i >= 0; i--) {
            addAny();
        }
    }

    Query<Object> query() {
        return query;
    }

    List<Model> expected() {
        return expected.stream().map(Model::bare).toList();
    }

    String words() {
        return words.toString();
    }

    private void addAny() {
        switch (random.nextInt(byTime ? 16 : 12)) {
            case 0 -> after();
            case 1 -> before();
            case 2 -> timeRange();
            case 3 -> near();
            case 4, 5 -> tag();
            case 6 -> order();
            case 7 -> limit();
            case 8 -> offset();
            case 9 -> filter();
            case 10 -> downsample();
            case 11 -> scanOrMap();
            case 12 -> at();
            case 13 -> sinceFirst();
            case 14 -> throttle();
            default -> indexRange();
        }
    }

    private Instant time() {
        Model some =
                expected.isEmpty() || random.nextInt(4) == 0 ? null : expected.get(random.nextInt(expected.size()));
        long nanos = some == null ? Sample.START + random.nextInt(20_000) * 1_000_000L : some.nanos();
        return Instant.ofEpochSecond(0, nanos + random.nextInt(3) - 1);
    }

    private static long nanos(Instant time) {
        return Duration.between(Instant.EPOCH, time).toNanos();
    }

    private void keep(String word, Query<Object> changed, Predicate<Model> predicate) {
        words.append(' ').append(word);
        query = changed;
        expected = new ArrayList<>(expected.stream().filter(predicate).toList());
    }

    private void after() {
        Instant time = time();
        keep("after " + time, query.after(time), row -> row.nanos() > nanos(time));
    }

    private void before() {
        Instant time = time();
        keep("before " + time, query.before(time), row -> row.nanos() < nanos(time));
    }

    private void timeRange() {
        Instant from = time();
        Instant to = time();
        keep(
                "range " + from + " " + to,
                query.timeRange(from, to),
                row -> row.nanos() >= nanos(from) && row.nanos() <= nanos(to));
    }

    private void near() {
        Point center = new Point(random.nextInt(9) - 4, random.nextInt(5) / 4.0, random.nextInt(3) - 1);
        double radius = random.nextInt(12) / 4.0;
        keep(
                "near " + center + " " + radius,
                query.near(center, radius),
                row -> row.place()
                        .filter(place -> {
                            double x = place.x() - center.x();
                            double y = place.y() - center.y();
                            double z = place.z() - center.z();
                            return x * x + y * y + z * z <= radius * radius;
                        })
                        .isPresent());
    }

    private void tag() {
        switch (random.nextInt(5)) {
            case 0 -> tag("scene", "kitchen", "kitchen"::equals);
            case 1 -> tag("scene", "3", "3"::equals);
            case 2 -> tag("scene", "{\"a\":1}", "{\"a\":1}"::equals);
            case 3 -> tag("level", random.nextBoolean() ? (Object) 1 : (Object) 1.0, value -> number(value) == 1);
            default -> tag("good", random.nextBoolean() ? (Object) true : (Object) 1, Boolean.TRUE::equals);
        }
    }

    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private void tag(String key, Object value, Predicate<Object> same) {
        keep(
                "tag " + key + "=" + value,
                query.tag(key, value),
                row -> row.tags().containsKey(key) && same.test(row.tags().get(key)));
    }

    private void order() {
        Order.Field field = FIELDS.get(random.nextInt(FIELDS.size()));
        boolean descending = random.nextBoolean();
        Comparator<Model> comparator = switch (field) {
            case TIME -> BY_TIME;
            case ID -> Comparator.comparingLong(Model::id);
            case POSE_X -> byPlace(Point::x);
            case POSE_Y -> byPlace(Point::y);
            case POSE_Z -> byPlace(Point::z);
        };
        words.append(" by ").append(field).append(descending ? " descending" : "");
        query = query.orderBy(new Order(field, descending));
        expected.sort(descending ? comparator.reversed() : comparator);
        byTime = field == Order.Field.TIME && !descending;
    }

    private static Comparator<Model> byPlace(java.util.function.ToDoubleFunction<Point> coordinate) {
        return Comparator.<Model>comparingDouble(
                        row -> row.place().map(coordinate::applyAsDouble).orElse(Double.NEGATIVE_INFINITY))
                .thenComparingLong(Model::id);
    }

    private void limit() {
        int count = random.nextInt(40);
        words.append(" limit ").append(count);
        query = query.limit(count);
        expected = new ArrayList<>(expected.subList(0, Math.min(count, expected.size())));
    }

    private void offset() {
        int count = random.nextInt(20);
        words.append(" offset ").append(count);
        query = query.offset(count);
        expected = new ArrayList<>(expected.subList(Math.min(count, expected.size()), expected.size()));
    }

    private void indexRange() {
        int from = random.nextInt(10);
        int to = from + random.nextInt(30);
        words.append(" index ").append(from).append(" to ").append(to);
        query = query.indexRange(from, to);
        expected = new ArrayList<>(expected.subList(Math.min(from, expected.size()), Math.min(to, expected.size())));
    }

    private void filter() {
        keep(
                "filter",
                query.filterPayload(payload -> payload.toString().endsWith("1")),
                row -> row.payload().toString().endsWith("1"));
    }

    private void downsample() {
        int n = 1 + random.nextInt(4);
        int[] seen = {0};
        keep("every " + n, query.downsample(n), row -> seen[0]++ % n == 0);
    }

    private void scanOrMap() {
        if (random.nextBoolean()) {
            words.append(" map");
            query = query.mapPayload(payload -> payload + "!");
            expected.replaceAll(row -> row.with(row.payload() + "!"));
            return;
        }
        words.append(" scan");
        query = query.scan("", (all, next) -> all + next.payload().toString().length())
                .as(Object.class);
        StringBuilder all = new StringBuilder();
        expected.replaceAll(
                row -> row.with(all.append(row.payload().toString().length()).toString()));
    }

    private void at() {
        Instant time = time();
        Duration tolerance = Duration.ofMillis(random.nextInt(400));
        Optional<Model> nearest = expected.stream()
                .filter(row -> Math.abs(row.nanos() - nanos(time)) <= tolerance.toNanos())
                .min(Comparator.<Model>comparingLong(row -> Math.abs(row.nanos() - nanos(time)))
                        .thenComparing(BY_TIME));
        words.append(" at ").append(time).append(" within ").append(tolerance);
        query = query.at(time, tolerance);
        expected = new ArrayList<>(nearest.stream().toList());
    }

    private void sinceFirst() {
        Duration from = Duration.ofMillis(random.nextInt(2000));
        Duration to = from.plusMillis(random.nextInt(5000));
        long first = expected.isEmpty() ? 0 : expected.get(0).nanos();
        keep(
                "since first " + from + " " + to,
                query.timeRange(from, to),
                row -> row.nanos() >= first + from.toNanos() && row.nanos() < first + to.toNanos());
    }

    private void throttle() {
        double hertz = 1 + random.nextInt(10);
        long period = Math.round(1e9 / hertz);
        long[] due = {Long.MIN_VALUE};
        keep("throttle " + hertz, query.throttle(hertz), row -> {
            if (row.nanos() < due[0]) {
                return false;
            }
            boolean restarts = due[0] == Long.MIN_VALUE || row.nanos() - due[0] >= period;
            due[0] = (restarts ? row.nanos() : due[0]) + period;
            return true;
        });
    }

    static List<Model> result(List<Observation<Object>> observations) {
        return observations.stream().<Model>map(Model::of).toList();
    }
}
