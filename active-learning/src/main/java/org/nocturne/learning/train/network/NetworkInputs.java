package org.nocturne.learning.train.network;

/**
 * What goes into a force network; several structures of equal size may lie behind one another.
 *
 * @param structures how many
 * @param displacements (N, 3), angstrom
 * @param siteClass (N), int64
 * @param neighbours (N, K), int64
 * @param mask (N, K), 1 present, 0 padding
 * @param reference (N, K, 3), angstrom
 * @param sigma sigma_T, (N, 1) or (1, 1), angstrom
 */
public record NetworkInputs<T>(
        int structures, T displacements, T siteClass, T neighbours, T mask, T reference, T sigma) {}
