package org.nocturne.arch.broken.core.model;

public class ModelClass {}
