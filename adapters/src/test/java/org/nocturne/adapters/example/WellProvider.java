package org.nocturne.adapters.example;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeProvider;
import org.nocturne.adapters.Settings;

/** Makes the well known as "well". */
public final class WellProvider implements CodeProvider {

    @Override
    public String name() {
        return "well";
    }

    @Override
    public String about() {
        return "a harmonic well, by awk";
    }

    @Override
    public String program() {
        return "awk";
    }

    @Override
    public Code open(Map<String, Object> settings, Path campaignDir) {
        Settings read = new Settings("well", settings, Set.of("stiffness"));
        return new Well(read.positive("stiffness", 1));
    }
}
