package org.nocturne.learning.train.network;

/**
 * What goes into a denoiser; several structures may lie behind one another.
 *
 * @param species (N), int64, index into {@link DenoiserShape#species}
 * @param neighbours (N, K), int64
 * @param mask (N, K), 1 present, 0 padding
 * @param vectors from each atom to its neighbours in the noised structure, (N, K, 3), angstrom
 * @param sigma of the noise, (N, 1) or (1, 1), angstrom
 */
public record DenoiserInputs<T>(T species, T neighbours, T mask, T vectors, T sigma) {}
