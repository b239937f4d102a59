package org.nocturne.routes.cli.bench.inputs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nocturne.adapters.launch.Command;

/** Another process of this program, as a person would start it. */
public final class NocturneJvm {
    /** By which the launcher tells where the parts of the program lie. */
    private static final String OF_THE_PROGRAM = "nocturne.";

    private NocturneJvm() {}

    /**
     * What starts it.
     *
     * @param main class of the command line
     * @param options of the JVM
     * @param words of the command line
     */
    public static Command command(
            Class<?> main, List<String> options, Map<String, String> environment, List<String> words) {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(OF_THE_PROGRAM))
                .sorted()
                .map(name -> "-D" + name + "=" + System.getProperty(name))
                .forEach(all::add);
        all.addAll(options);
        all.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        all.addAll(words);
        return new Command(all, environment);
    }
}
