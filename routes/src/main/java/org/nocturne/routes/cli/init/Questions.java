package org.nocturne.routes.cli.init;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks on a terminal for what the options do not say. An empty answer leaves it open; one that cannot be meant is asked again. */
final class Questions {
    private final BufferedReader in;
    private final PrintWriter out;

    Questions(Reader in, PrintWriter out) {
        this.in = new BufferedReader(in);
        this.out = out;
    }

    void ask(InitOptions options) throws IOException {
        out.println("Enter leaves a question open: the file then has a TODO there.");
        if (options.temperatureK == null) {
            options.temperatureK = number("temperature of the measurement, kelvin");
        }
        if (options.radiation == null) {
            options.radiation = word("radiation, xray or neutron", word -> word.matches("xray|neutron"));
        }
        if (options.fwhm == null && options.isCrystal()) {
            options.fwhm = number("width of the instrument (FWHM), 1/angstrom");
        }
        if (options.code.equals("lammps") && options.pair.isEmpty()) {
            for (String line = line("line of LAMMPS that defines the potential, such as 'pair_style sw'");
                    line != null;
                    line = line("next line, such as 'pair_coeff * * Si.sw Si'; Enter ends it")) {
                options.pair.add(line);
            }
        }
    }

    private @Nullable Double number(String what) throws IOException {
        String answer = word(what, word -> word.matches("\\d+(\\.\\d*)?|\\.\\d+") && Double.parseDouble(word) > 0);
        return answer == null ? null : Double.valueOf(answer);
    }

    private @Nullable String word(String what, Predicate<String> meant) throws IOException {
        String answer = line(what);
        while (answer != null && !meant.test(answer.toLowerCase(Locale.ROOT))) {
            out.println("'" + answer + "' is not it");
            answer = line(what);
        }
        return answer == null ? null : answer.toLowerCase(Locale.ROOT);
    }

    private @Nullable String line(String what) throws IOException {
        out.print(what + ": ");
        out.flush();
        String answer = in.readLine();
        return answer == null || answer.isBlank() ? null : answer.strip();
    }
}
