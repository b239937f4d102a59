package org.nocturne.arch.broken.generator;

class HaltsTheJvm {
    void end() {
        Runtime.getRuntime().halt(1);
    }
}
