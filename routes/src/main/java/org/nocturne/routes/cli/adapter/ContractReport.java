package org.nocturne.routes.cli.adapter;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.nocturne.adapters.contract.Verdict;
import org.nocturne.core.work.Method;

/** What the contract found of one code. */
public record ContractReport(String name, Method method, List<Verdict> checks) {

    @JsonProperty
    public boolean pass() {
        return checks.stream().noneMatch(v -> v.kind() == Verdict.Kind.FAIL);
    }

    static void line(PrintWriter out, Verdict verdict) {
        String word =
                switch (verdict.kind()) {
                    case PASS -> "pass";
                    case FAIL -> "FAIL";
                    case NOT_OFFERED -> "-";
                };
        out.printf("%-5s %s%n", word, verdict.check());
        if (!verdict.detail().isEmpty()) {
            out.println("      " + verdict.detail());
        }
        out.flush();
    }

    void end(PrintWriter out, boolean json, Path dir) throws IOException {
        if (json) {
            out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(this));
        } else {
            long failed =
                    checks.stream().filter(v -> v.kind() == Verdict.Kind.FAIL).count();
            out.println(name + " " + method.version() + ", " + method.potential() + ": "
                    + (failed == 0 ? "holds the contract" : failed + " of " + checks.size() + " checks FAIL")
                    + "; the runs lie in " + dir);
        }
        out.flush();
    }
}
