package org.nocturne.arch.broken.core;

import java.io.IOException;

class ExecutesACommand {
    Process run() throws IOException {
        return Runtime.getRuntime().exec(new String[] {"true"});
    }
}
