package org.nocturne.arch.broken.adapters;

import org.jspecify.annotations.Nullable;
import org.nocturne.arch.broken.core.spectrum.SpectrumClass;

class KnowsASpectrum {
    @Nullable
    SpectrumClass spectrum;
}
