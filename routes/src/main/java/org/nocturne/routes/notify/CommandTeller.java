package org.nocturne.routes.notify;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.nocturne.adapters.launch.Answer;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Recipient;

/** Hands the body of an exchange to a program of the site. */
final class CommandTeller implements Processor {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Command command;
    private final Path dir;

    CommandTeller(List<String> command, Path dir) {
        this.command = new Command(command);
        this.dir = dir;
    }

    /** @throws IOException if it cannot be started, does not end, or ends with another code than 0 */
    @Override
    public void process(Exchange exchange) throws IOException {
        String program = command.arguments().get(0);
        Optional<Answer> answer = Recipient.hand(command, dir, exchange.getIn().getBody(String.class), LIMIT);
        if (answer.isEmpty()) {
            throw new IOException(program + " was still running after " + LIMIT.toSeconds() + " s and was killed");
        }
        if (!answer.get().succeeded()) {
            throw new IOException(program + " ended with exit code "
                    + answer.get().exitCode() + ": " + answer.get().err().strip());
        }
    }
}
