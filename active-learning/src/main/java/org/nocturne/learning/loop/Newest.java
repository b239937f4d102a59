package org.nocturne.learning.loop;

import java.util.Comparator;
import java.util.List;
import org.nocturne.learning.store.FrameTable.LabelledFrame;

/**
 * Those that are judged of what grows with the campaign.
 *
 * @param most so many of the newest
 */
record Newest(int most) {
    <T> List<T> of(List<T> inOrder) {
        return inOrder.subList(Math.max(0, inOrder.size() - most), inOrder.size());
    }

    /** By the number of the candidate: frames are stored in the order in which calculations end. */
    List<LabelledFrame> frames(List<LabelledFrame> any) {
        return of(any.stream()
                .sorted(Comparator.comparingInt(frame -> frame.subject().id()))
                .toList());
    }
}
