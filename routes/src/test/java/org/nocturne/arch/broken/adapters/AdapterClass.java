package org.nocturne.arch.broken.adapters;

public class AdapterClass {}
