package org.bytedeco.imagined;

/** Stands for libtorch, which is not on this class path, so that a class can be seen to break the rule about it. */
public class ImaginedTensor {}
