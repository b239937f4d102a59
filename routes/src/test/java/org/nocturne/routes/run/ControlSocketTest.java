package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class ControlSocketTest {
    @TempDir
    Path dir;

    @Test
    void a_living_runner_answers_and_only_its_owner_may_ask() throws IOException {
        try (ControlSocket socket = ControlSocket.listen(dir, word -> "heard " + word)) {
            assertThat(ControlSocket.ask(dir, "status")).contains("heard status");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("control.sock"))))
                    .isEqualTo("rw-------");
        }
        assertThat(dir.resolve("control.sock")).doesNotExist();
        assertThat(ControlSocket.ask(dir, "status")).isEmpty();
    }

    @Test
    void a_question_that_makes_it_stumble_does_not_silence_it() {
        try (ControlSocket socket = ControlSocket.listen(dir, word -> {
            if (word.equals("bad")) {
                throw new IllegalStateException("stumbled");
            }
            return "good";
        })) {
            assertThat(ControlSocket.ask(dir, "bad")).isEmpty();
            assertThat(ControlSocket.ask(dir, "status")).contains("good");
        }
    }

    @Test
    void the_socket_of_a_dead_runner_is_silent_and_gives_way() throws IOException {
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(dir.resolve("control.sock")));
        }
        assertThat(dir.resolve("control.sock")).exists();
        assertThat(ControlSocket.ask(dir, "status")).isEmpty();

        try (ControlSocket socket = ControlSocket.listen(dir, word -> "alive")) {
            assertThat(ControlSocket.ask(dir, "status")).contains("alive");
        }
    }

    @Test
    void two_who_ask_at_once_get_their_own_answers() {
        try (ControlSocket socket = ControlSocket.listen(dir, word -> "heard " + word)) {
            List<CompletableFuture<Boolean>> asked = IntStream.range(0, 2)
                    .mapToObj(who -> CompletableFuture.supplyAsync(
                            () -> IntStream.range(0, 50).allMatch(k -> ControlSocket.ask(dir, who + "-" + k)
                                    .orElse("")
                                    .equals("heard " + who + "-" + k))))
                    .toList();

            assertThat(asked).allSatisfy(f -> assertThat(f.join()).isTrue());
        }
    }
}
