package org.nocturne.arch.broken.core.unmarked;

class SaysNothingOfNull {}
