package org.nocturne.learning.train;

import org.nocturne.learning.train.job.TrainingResult;

/**
 * A network as it goes into a model folder.
 *
 * @param onnx the graph of the full force
 * @param parameters learned numbers, bare force constants included
 */
public record TrainedNetwork(byte[] onnx, int parameters, TrainingResult result) {}
