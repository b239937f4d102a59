package org.nocturne.nextflow;

import groovy.json.JsonOutput;
import groovy.json.JsonSlurper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One question, one answer, each a line of JSON, over the socket of the Nocturne that has started this JVM. */
record NocturneSocket(String path) {

    /** @throws IOException if nobody listens, or what comes back is no answer */
    Map<?, ?> ask(Map<String, Object> question) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            Writer out = Channels.newWriter(channel, StandardCharsets.UTF_8);
            out.write(JsonOutput.toJson(question) + "\n");
            out.flush();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
            String line = in.readLine();
            if (line == null || !(new JsonSlurper().parseText(line) instanceof Map<?, ?> answer)) {
                throw new IOException(path + ": found '" + line + "'; wanted is an answer in JSON");
            }
            return answer;
        }
    }
}
