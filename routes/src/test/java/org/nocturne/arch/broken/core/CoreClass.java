package org.nocturne.arch.broken.core;

public class CoreClass {}
