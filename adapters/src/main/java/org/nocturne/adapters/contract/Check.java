package org.nocturne.adapters.contract;

import java.io.IOException;
import java.nio.file.Files;
import org.nocturne.adapters.contract.Verdict.Kind;

/** One thing that is assumed of every code. */
public record Check(String name, Body body) {

    /** Throws {@link Violation} where the code does not hold, {@link NotOffered} where it does not offer what is checked. */
    interface Body {
        void check(Bench bench) throws IOException;
    }

    /** Checks a code, in a folder of the check's name; whatever goes wrong is a verdict. */
    public Verdict of(Subject subject) {
        try {
            Bench bench =
                    new Bench(subject, Files.createDirectories(subject.dir().resolve(name.replace(' ', '-'))));
            body.check(bench);
            return new Verdict(name, Kind.PASS, "");
        } catch (NotOffered e) {
            return new Verdict(name, Kind.NOT_OFFERED, String.valueOf(e.getMessage()));
        } catch (Violation e) {
            return new Verdict(name, Kind.FAIL, String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            return new Verdict(name, Kind.FAIL, "an exception where an answer was wanted: " + e);
        }
    }
}
