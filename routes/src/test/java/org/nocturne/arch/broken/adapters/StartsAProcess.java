package org.nocturne.arch.broken.adapters;

class StartsAProcess {
    ProcessBuilder builder = new ProcessBuilder("true");
}
