package org.nocturne.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class TaskSocketTest {
    @TempDir
    Path dir;

    private static String ask(Path socket, String line) throws Exception {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            OutputStream out = Channels.newOutputStream(channel);
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            return new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8))
                    .readLine();
        }
    }

    private PipelineTasks tasks() {
        return new PipelineTasks(new TaskLog(dir.resolve("tasks.log"), Clock.systemUTC()));
    }

    @Test
    void a_task_that_is_handed_over_is_waiting() throws Exception {
        try (TaskSocket socket = TaskSocket.listen(this::tasks)) {
            String answer = ask(
                    socket.path(),
                    "{\"launcher\":{\"launcher\":\"local\",\"slots\":1},\"end\":[],\"tasks\":[{\"token\":\"nf-a\",\"workDir\":\"/w\","
                            + "\"name\":\"P (1)\",\"process\":\"P\",\"hash\":\"aa/bbbbbb\",\"attempt\":1,\"cpus\":1}]}");

            assertThat(answer).isEqualTo("{\"standings\":{\"nf-a\":{\"phase\":\"waiting\",\"id\":0,\"exitCode\":0}}}");
        }
    }

    @Test
    void what_is_not_understood_is_refused_so_that_the_engine_does_not_wait_for_ever() throws Exception {
        try (TaskSocket socket = TaskSocket.listen(this::tasks)) {
            assertThat(ask(socket.path(), "{\"tasks\": 7}")).startsWith("{\"refused\":");
        }
    }

    @Test
    void routes_that_do_not_start_are_told() throws Exception {
        try (TaskSocket socket = TaskSocket.listen(() -> {
            throw new IllegalStateException("the routes mine.yaml do not start");
        })) {
            assertThat(ask(
                            socket.path(),
                            "{\"launcher\":{\"launcher\":\"local\",\"slots\":1},\"end\":[],\"tasks\":[]}"))
                    .contains("refused")
                    .contains("mine.yaml");
        }
    }

    @Test
    void only_its_owner_may_use_it_and_nothing_is_left_behind() throws Exception {
        Path path;
        try (TaskSocket socket = TaskSocket.listen(this::tasks)) {
            path = socket.path();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.getParent())))
                    .isEqualTo("rwx------");
        }
        assertThat(path.getParent()).doesNotExist();
    }
}
