package org.dimos.cli.studio.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dimos.cli.studio.screen.Size;
import org.dimos.cli.studio.state.Desk;
import org.dimos.cli.studio.state.Document;
import org.dimos.cli.studio.state.Notice;
import org.dimos.cli.studio.state.Span;
import org.dimos.record.Edit;

/** Writes down what it is asked for, and does nothing. */
public final class RecordingDesk implements Desk, Desk.Deck, Desk.Files, Desk.Runs {
    private final List<String> asked = new ArrayList<>();

    /** What it was asked for since the last time. */
    public List<String> asked() {
        List<String> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    private static double seconds(long nanos) {
        return Math.round((nanos - FakeRecording.START) / 1e6) / 1e3;
    }

    @Override
    public Deck deck() {
        return this;
    }

    @Override
    public Files files() {
        return this;
    }

    @Override
    public Runs runs() {
        return this;
    }

    @Override
    public void quit() {
        asked.add("quit");
    }

    @Override
    public void play(Edit edit, long nanos, double speed) {
        asked.add("play " + edit.steps().size() + " edits at " + seconds(nanos) + " x" + speed);
    }

    @Override
    public void pause() {
        asked.add("pause");
    }

    @Override
    public void seek(long nanos) {
        asked.add("seek " + seconds(nanos));
    }

    @Override
    public void step(Edit edit, long nanos, boolean back) {
        asked.add((back ? "step back at " : "step at ") + seconds(nanos));
    }

    @Override
    public void speed(double factor) {
        asked.add("speed " + factor);
    }

    @Override
    public void stop() {
        asked.add("stop");
    }

    @Override
    public void open(String name, Notice then) {
        asked.add("open " + name);
    }

    @Override
    public void count(Document document, Span span, int bins) {
        asked.add("count " + seconds(span.fromNanos()) + " to " + seconds(span.toNanos()) + " in " + bins);
    }

    @Override
    public void save(Edit edit) {
        asked.add("save " + edit.steps().size() + " edits");
    }

    @Override
    public void saveAs(Edit edit, String name) {
        asked.add("save " + edit.steps().size() + " edits as " + name);
    }

    @Override
    public void keep(Edit edit, Span span, String name) {
        asked.add("keep " + seconds(span.fromNanos()) + " to " + seconds(span.toNanos()) + " as " + name);
    }

    @Override
    public void peek(Edit edit, String stream, long nanos, Size room) {
        asked.add("peek at " + stream + " at " + seconds(nanos));
    }

    @Override
    public void find() {
        asked.add("find runs");
    }

    @Override
    public void watch(String run) {
        asked.add("watch " + run);
    }

    @Override
    public void unwatch() {
        asked.add("unwatch");
    }

    @Override
    public void record(Set<String> streams, String name) {
        asked.add("record " + streams.stream().sorted().toList() + " into '" + name + "'");
    }

    @Override
    public void stopRecording() {
        asked.add("stop recording");
    }
}
