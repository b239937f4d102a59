package org.nocturne.adapters.builtin;

import java.nio.file.Path;
import java.util.Map;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeProvider;

/** Makes the embedded engine known as "builtin". */
public final class BuiltinProvider implements CodeProvider {

    @Override
    public String name() {
        return "builtin";
    }

    @Override
    public Code open(Map<String, Object> settings, Path campaignDir) {
        return new Builtin(
                BuiltinSettings.of(settings, campaignDir), dir -> dir.toFile().getUsableSpace());
    }
}
