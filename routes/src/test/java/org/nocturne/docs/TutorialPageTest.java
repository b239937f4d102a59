package org.nocturne.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.routes.cli.step.CommandRun;

/** The way of a newcomer, typed as the tutorial says, ends where it says: each command, and each line of what it prints. */
class TutorialPageTest {
    private static final Path ROOT = Path.of(System.getProperty("nocturne.root"));
    private static final Pattern FENCE = Pattern.compile("^```(\\w*)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    Path mine;

    @Test
    void every_command_prints_what_the_page_shows() throws IOException {
        List<String> printed = new ArrayList<>();
        int commands = 0;
        int compared = 0;
        Matcher fence = FENCE.matcher(Page.of("docs/tutorial.md").text());
        while (fence.find()) {
            if (fence.group(1).isEmpty()) {
                printed.clear();
                for (String line : fence.group(2).lines().toList()) {
                    printed.addAll(typed(line));
                    commands++;
                }
            } else if (fence.group(1).equals("text")) {
                for (String line : fence.group(2).lines().toList()) {
                    assertThat(printed.stream().map(TutorialPageTest::plain)).contains(plain(line));
                    compared++;
                }
            }
        }
        assertThat(commands).isEqualTo(8);
        assertThat(compared).isGreaterThan(9);
    }

    private List<String> typed(String line) throws IOException {
        String command = line.replaceFirst("^\\./nocturne ", "")
                .replaceAll("(?<= )examples/", ROOT + "/examples/")
                .replaceAll("(?<= )mine/", mine + "/");
        PrintStream before = System.out;
        ByteArrayOutputStream caught = new ByteArrayOutputStream();
        System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
        CommandRun run;
        try {
            run = CommandRun.of(command.split("\\s+"));
        } finally {
            System.setOut(before);
        }
        assertThat(run.code()).as(command + "\n" + run.error()).isZero();
        String all = caught.toString(StandardCharsets.UTF_8) + "\n" + run.output();
        return all.lines().map(l -> l.replace(mine.toString(), "mine").strip()).toList();
    }

    /** Numbers behind a decimal point differ in their last digits from machine to machine. */
    private static String plain(String line) {
        return line.strip().replaceAll("\\d+\\.\\d+", "#");
    }
}
