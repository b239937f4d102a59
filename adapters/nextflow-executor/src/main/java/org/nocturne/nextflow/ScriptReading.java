package org.nocturne.nextflow;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import nextflow.NF;
import nextflow.Session;
import nextflow.script.ScriptLoaderFactory;
import nextflow.script.ast.ASTUtils;
import nextflow.script.ast.ProcessNode;
import nextflow.script.ast.ScriptNode;
import nextflow.script.ast.WorkflowNode;
import nextflow.script.control.ModuleResolver;
import nextflow.script.control.ResolveIncludeVisitor;
import nextflow.script.control.ScriptParser;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.jspecify.annotations.Nullable;

/**
 * A script and all that it includes. Whether a script is one is for the parser to say that the engine will use, which takes more than the parser of the
 * language's own library; what the latter does not understand is compiled and not looked into.
 *
 * @param scripts those that were looked into, the main one first
 * @param whole whether all were
 */
record ScriptReading(List<String> problems, List<ScriptNode> scripts, boolean whole, String text) {
    private static final Pattern STORES = Pattern.compile("\\bstoreDir\\b");

    static ScriptReading of(Path script) {
        List<String> problems = new ArrayList<>();
        List<ScriptNode> scripts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean whole = true;
        ScriptParser parser = new ScriptParser();
        SourceUnit main = parser.parse(script.toFile());
        new ModuleResolver(parser.compiler())
                .resolve(main, uri -> parser.compiler().createSourceUnit(new File(uri)));
        List<SourceUnit> sources = new ArrayList<>(List.of(main));
        parser.compiler().getSources().values().stream()
                .filter(source -> source != main)
                .forEach(sources::add);
        for (SourceUnit source : sources) {
            Path file = Path.of(source.getSource().getURI());
            compile(file, source != main, problems);
            text.append(text(file));
            if (source.getErrorCollector().hasErrors() || !(source.getAST() instanceof ScriptNode node)) {
                whole = false;
                continue;
            }
            scripts.add(node);
            ResolveIncludeVisitor includes = new ResolveIncludeVisitor(source, parser.compiler());
            includes.visit();
            for (SyntaxErrorMessage error : includes.getErrors()) {
                problems.add(file + ":" + error.getCause().getStartLine() + ": "
                        + error.getCause().getOriginalMessage());
            }
        }
        return new ScriptReading(problems, scripts, whole, text.toString());
    }

    private static void compile(Path file, boolean module, List<String> problems) {
        try {
            ScriptLoaderFactory.create(new Session()).setModule(module).parse(file);
        } catch (Exception e) { // whatever the compiler throws, which declares nothing
            problems.add(ProblemText.ofScript(file, e));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return ""; // the compiler has told of it
        }
    }

    List<String> processNames() {
        return processes().stream().map(ProcessNode::getName).sorted().toList();
    }

    private List<ProcessNode> processes() {
        return scripts.stream()
                .flatMap(script -> script.getProcesses().stream())
                .toList();
    }

    /**
     * Why a run would leave nothing behind; empty where it may leave something, or where not all could be looked into.
     *
     * @param byConfiguration whether the configuration has processes publish
     */
    List<String> nothingComesOut(boolean byConfiguration) {
        if (!whole) {
            return List.of();
        }
        ScriptNode main = scripts.get(0);
        String file = Objects.requireNonNull(main.getContext()).getName();
        @Nullable WorkflowNode entry = main.getEntry();
        if (entry == null && NF.isSyntaxParserV2()
                || entry == null && main.getProcesses().size() != 1) {
            return List.of(file + ": there is no entry workflow; wanted is workflow { ... } that runs its processes");
        }
        if (processes().stream().noneMatch(process -> isThere(process.outputs))) {
            return List.of(
                    file + ": no process has an output; wanted is output: in the process whose files are to be read");
        }
        boolean publishes = byConfiguration
                || main.getOutputs() != null
                || entry != null && isThere(entry.publishers)
                || STORES.matcher(text).find()
                || processes().stream().anyMatch(ScriptReading::publishes);
        return publishes
                ? List.of()
                : List.of(
                        file
                                + ": nothing is published; wanted is publishDir in a process or the configuration, or an output block");
    }

    private static boolean publishes(ProcessNode process) {
        return ASTUtils.asDirectives(process.directives)
                .anyMatch(directive -> "publishDir".equals(directive.getMethodAsString()));
    }

    private static boolean isThere(Statement statement) {
        return !ASTUtils.asBlockStatements(statement).isEmpty();
    }
}
