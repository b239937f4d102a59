package org.nocturne.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class NocturneCliTest {
    private record Run(int code, String output, String error) {}

    private static Run run(String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter error = new StringWriter();
        int code = NocturneCli.commandLine()
                .setUsageHelpWidth(200) // an example is one line
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(error, true))
                .execute(arguments);
        return new Run(code, output.toString(), error.toString());
    }

    static List<String> subcommands() {
        return NocturneCli.commandLine().getSubcommands().keySet().stream()
                .filter(name -> !name.equals("help"))
                .toList();
    }

    /** Only what is needed of the command line is looked through; nobody can tell. */
    @ParameterizedTest
    @MethodSource("subcommands")
    void a_command_by_itself_is_as_it_is_among_all_of_them(String name) {
        CommandLine alone = NocturneCli.commandLine(name, "x");

        assertThat(alone.getSubcommands().get(name).getUsageMessage())
                .isEqualTo(NocturneCli.commandLine().getSubcommands().get(name).getUsageMessage());
    }

    @Test
    void the_help_of_the_whole_is_that_of_all_commands_and_an_unknown_one_is_held_against_all() {
        String whole = NocturneCli.commandLine().getUsageMessage();

        assertThat(NocturneCli.commandLine("--help").getUsageMessage()).isEqualTo(whole);
        assertThat(NocturneCli.commandLine().getSubcommands()).hasSizeGreaterThan(30);
        assertThat(NocturneCli.commandLine("statsu").getSubcommands().keySet())
                .isEqualTo(NocturneCli.commandLine().getSubcommands().keySet());
    }

    @ParameterizedTest
    @CsvSource({"run, --quik, --quick", "status, --jsn, --json", "log, --folow, --follow"})
    void an_unknown_option_is_bad_input_and_the_right_one_is_suggested(String command, String typed, String right) {
        Run run = run(command, typed, "x");

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.error()).startsWith("nocturne: ").contains(typed).contains("nocturne " + command + " --help");
        assertThat(run.error().lines().filter(l -> l.startsWith("Possible solutions")))
                .singleElement()
                .asString()
                .contains(right);
        assertThat(run.output()).isEmpty();
    }

    @Test
    void a_file_that_is_not_there_is_bad_input_and_no_fault_of_the_program() {
        Run run = run(
                "train",
                "--frames",
                "/no/a.xyz",
                "--held-out",
                "/no/b.xyz",
                "--inherent",
                "/no/c.xyz",
                "--out",
                "/no/m");

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.error()).startsWith("nocturne: /no/").contains("there is no such file");
    }

    @Test
    void an_unknown_command_is_bad_input() {
        Run run = run("statsu");

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.error()).contains("status");
    }

    @Test
    void the_version_is_stated_with_the_java_it_runs_on() {
        Run run = run("--version");

        assertThat(run.code()).isZero();
        assertThat(run.output()).startsWith("nocturne ").contains("Java " + System.getProperty("java.version"));
    }

    @ParameterizedTest
    @MethodSource("subcommands")
    void every_command_has_help_with_an_example_that_can_be_typed(String name) {
        Run run = run(name, "--help");

        assertThat(run.code()).isZero();
        String text = run.output().replaceAll("\\\\\\R\\s*", "");
        String example = text.substring(text.lastIndexOf("Example"))
                .lines()
                .map(l -> l.replaceFirst("^Examples?:", "").strip())
                .filter(l -> l.startsWith("nocturne " + name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no example in the help of " + name + ":\n" + text));
        String[] words = example.replaceFirst("nocturne ", "")
                .replaceFirst(" [|>].*", "")
                .split(" +");
        assertThat(NocturneCli.commandLine().parseArgs(words)).isInstanceOf(CommandLine.ParseResult.class);
    }

    @Test
    void a_folder_that_is_no_campaign_is_one_line() {
        Run run = run("resume", "/nowhere/at-all");

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.error().lines()).singleElement().asString().contains("/nowhere/at-all");
    }
}
