package org.nocturne.learning.export;

import org.jspecify.annotations.Nullable;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.export.Selection.Kind;

/**
 * One structure of a campaign and what its store says of it.
 *
 * @param subject "c0147", "r0003": the name in logs and folders
 * @param role training, held-out, reference or candidate; what judges is not to be learned from
 * @param ordinal place among the frames of its subject, from 0
 * @param round of a candidate; null otherwise
 * @param state of a candidate; null otherwise
 * @param method of the label, null where there is none: labels of different methods are never mixed
 * @param energyEv of the whole cell; null where there is none
 * @param frame the structure, with forces where it has a label
 */
public record ExportedFrame(
        Kind kind,
        String subject,
        String role,
        int ordinal,
        @Nullable Integer round,
        @Nullable String state,
        Kelvin temperature,
        @Nullable String method,
        @Nullable Double energyEv,
        XyzFrame frame) {}
