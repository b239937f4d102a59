package org.nocturne.adapters.script;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.loader.StringLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The templates of an adapter, in the language of Pebble: {@code {{ gfn }}} is a setting, {@code {% for a in atoms %}} a loop. What is not known is an
 * error and never empty text.
 */
final class Templates {
    private static final PebbleEngine ENGINE = new PebbleEngine.Builder()
            .loader(new StringLoader())
            .strictVariables(true)
            .autoEscaping(false)
            .newLineTrimming(true)
            .defaultLocale(Locale.ROOT)
            .build();

    /** Pebble takes the end of a line with the braces before it, which is right for loops alone. */
    private static final Pattern PRINTED_LAST = Pattern.compile("\\}\\}[ \\t]*$", Pattern.MULTILINE);

    private static final String NEWLINE = "newline";

    private Templates() {}

    /**
     * Fills a template.
     *
     * @param what the template's place in the adapter, named in errors
     * @throws IllegalArgumentException if it names what is not known, or cannot be read
     */
    static String fill(String what, String template, Map<String, Object> variables) {
        try {
            StringWriter out = new StringWriter();
            Map<String, Object> all = new HashMap<>(variables);
            all.put(NEWLINE, "\n");
            boolean several = template.indexOf('\n') >= 0;
            String kept = several ? PRINTED_LAST.matcher(template).replaceAll("}}{{ " + NEWLINE + " }}") : template;
            ENGINE.getTemplate(kept).evaluate(out, all);
            return out.toString();
        } catch (PebbleException e) {
            throw new IllegalArgumentException(
                    what + ", line " + e.getLineNumber() + " of the template: " + e.getPebbleMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot be written to", e);
        }
    }
}
