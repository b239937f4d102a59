package org.nocturne.adapters.launch;

import java.util.List;
import java.util.Map;

/**
 * What is to be started: a list of arguments, never a line for a shell to take apart.
 *
 * @param arguments the program, then its arguments
 * @param environment added to the environment of the runner
 */
public record Command(List<String> arguments, Map<String, String> environment) {

    public Command {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("a command needs at least the name of a program");
        }
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    public Command(List<String> arguments) {
        this(arguments, Map.of());
    }
}
