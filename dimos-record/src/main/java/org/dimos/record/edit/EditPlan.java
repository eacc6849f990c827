package org.dimos.record.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.dimos.record.Gap;
import org.dimos.record.Loss;
import org.dimos.record.RecordingReader;
import org.dimos.record.edit.EditStep.DeleteRange;
import org.dimos.record.edit.EditStep.RemoveStream;
import org.dimos.record.edit.EditStep.Rename;
import org.dimos.record.edit.EditStep.Trim;
import org.dimos.record.replay.Window;
import org.dimos.record.sqlite.RowSpans;

/**
 * What a list of edits leaves of a recording.
 *
 * @param streams the streams that are left, in their order
 * @param losses the losses of what is left
 * @param gaps the gaps, older ones included
 * @param fromNanos where the recording begins; a gap outside of it is none
 * @param toNanos where it ends
 */
public record EditPlan(List<EditedStream> streams, List<Loss> losses, List<Gap> gaps, long fromNanos, long toNanos) {
    public EditPlan {
        streams = List.copyOf(streams);
        losses = List.copyOf(losses);
        gaps = List.copyOf(gaps);
    }

    /** Works out the steps one after the other. Reads single rows of streams whose last value holds. */
    static EditPlan of(RecordingReader reader, List<EditStep> steps) {
        List<EditedStream> streams = reader.streams().stream()
                .map(info -> new EditedStream(info, info.name(), RowSpans.all()))
                .toList();
        Window window = Window.of(streams.stream().map(EditedStream::source).toList());
        EditPlan plan = new EditPlan(
                streams, reader.losses(), Gaps.merged(reader.gaps()), window.startNanos(), window.endNanos());
        HeldValue held = new HeldValue(reader);
        for (EditStep step : steps) {
            plan = plan.after(step, held);
        }
        return plan;
    }

    private EditPlan after(EditStep step, HeldValue held) {
        if (step instanceof Trim trim) {
            return trimmed(trim, held);
        } else if (step instanceof DeleteRange range) {
            return without(range);
        } else if (step instanceof RemoveStream removed) {
            return without(removed.stream());
        }
        return renamed((Rename) step);
    }

    private EditPlan trimmed(Trim trim, HeldValue held) {
        boolean all = trim.streams().isEmpty();
        Predicate<String> meant = all ? name -> true : trim.streams()::contains;
        List<Loss> inside = losses.stream()
                .filter(loss -> !meant.test(loss.stream())
                        || (loss.fromNanos() < trim.toNanos() && loss.toNanos() >= trim.fromNanos()))
                .toList();
        return new EditPlan(
                changed(meant, stream -> stream.with(held.trim(stream, trim.fromNanos(), trim.toNanos()))),
                inside,
                Gaps.within(
                        gaps, gap -> all || gap.stream().filter(meant).isPresent(), trim.fromNanos(), trim.toNanos()),
                all ? Math.max(fromNanos, trim.fromNanos()) : fromNanos,
                all ? Math.min(toNanos, trim.toNanos()) : toNanos);
    }

    private EditPlan without(DeleteRange range) {
        Predicate<String> meant = range.streams().isEmpty() ? name -> true : range.streams()::contains;
        List<Loss> outside = losses.stream()
                .filter(loss -> !meant.test(loss.stream())
                        || loss.fromNanos() < range.fromNanos()
                        || loss.toNanos() >= range.toNanos())
                .toList();
        return new EditPlan(
                changed(meant, stream -> stream.with(stream.rows().without(range.fromNanos(), range.toNanos()))),
                outside,
                Gaps.with(
                        gaps,
                        range.streams(),
                        Math.max(range.fromNanos(), fromNanos),
                        Math.min(range.toNanos(), toNanos)),
                fromNanos,
                toNanos);
    }

    private EditPlan without(String removed) {
        return new EditPlan(
                streams.stream()
                        .filter(stream -> !stream.name().equals(removed))
                        .toList(),
                losses.stream().filter(loss -> !loss.stream().equals(removed)).toList(),
                gaps.stream()
                        .filter(gap -> !gap.stream().equals(Optional.of(removed)))
                        .toList(),
                fromNanos,
                toNanos);
    }

    private EditPlan renamed(Rename rename) {
        UnaryOperator<String> name = each -> each.equals(rename.stream()) ? rename.newName() : each;
        return new EditPlan(
                changed(rename.stream()::equals, stream -> stream.named(rename.newName())),
                losses.stream()
                        .map(loss -> new Loss(
                                name.apply(loss.stream()),
                                loss.fromNanos(),
                                loss.toNanos(),
                                loss.count(),
                                loss.reason()))
                        .toList(),
                Gaps.merged(gaps.stream()
                        .map(gap -> new Gap(gap.stream().map(name), gap.fromNanos(), gap.toNanos()))
                        .toList()),
                fromNanos,
                toNanos);
    }

    private List<EditedStream> changed(Predicate<String> meant, UnaryOperator<EditedStream> change) {
        return streams.stream()
                .map(stream -> meant.test(stream.name()) ? change.apply(stream) : stream)
                .toList();
    }

    /** The new names of the streams that got one, by their old ones. */
    public Map<String, String> renames() {
        return streams.stream()
                .filter(stream -> !stream.name().equals(stream.source().name()))
                .collect(Collectors.toUnmodifiableMap(stream -> stream.source().name(), EditedStream::name));
    }
}
