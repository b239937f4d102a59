package org.nocturne.learning.train.denoiser;

import org.nocturne.learning.train.job.TrainingResult;
import org.nocturne.learning.train.network.DenoiserShape;

/**
 * A denoiser as it goes into a folder.
 *
 * @param onnx its graph
 * @param parameters learned numbers
 * @param dataSha256 of what it learned from
 */
public record TrainedDenoiser(
        DenoiserShape shape, byte[] onnx, int parameters, String dataSha256, TrainingResult result) {}
