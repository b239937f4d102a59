package org.nocturne.arch.broken.generator;

public class GeneratorClass {}
