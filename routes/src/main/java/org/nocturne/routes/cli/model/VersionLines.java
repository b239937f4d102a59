package org.nocturne.routes.cli.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import org.nocturne.routes.run.ModelVersions;

/** The versions of a campaign, a line each. */
record VersionLines(PrintWriter out) {

    void print(ModelVersions found, boolean json) throws IOException {
        if (json) {
            out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(found));
        } else if (found.versions().isEmpty()) {
            out.println("no version has been learned yet");
        } else {
            for (ModelVersions.Version v : found.versions()) {
                boolean inOffice = found.inOffice() != null && found.inOffice() == v.version();
                out.printf(
                        Locale.ROOT,
                        "%s v%-3d %-8s %5d frames  %s  %s%n",
                        inOffice ? "*" : " ",
                        v.version(),
                        v.verdict(),
                        v.frames(),
                        v.createdAt(),
                        v.reason());
            }
        }
        out.flush();
    }
}
