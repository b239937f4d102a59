package org.nocturne.arch.broken.learning.store;

public class StoreClass {}
