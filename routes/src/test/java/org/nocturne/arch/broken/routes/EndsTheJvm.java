package org.nocturne.arch.broken.routes;

class EndsTheJvm {
    void end() {
        System.exit(1);
    }
}
