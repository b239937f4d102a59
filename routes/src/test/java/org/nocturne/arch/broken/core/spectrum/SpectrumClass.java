package org.nocturne.arch.broken.core.spectrum;

public class SpectrumClass {}
