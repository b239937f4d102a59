package org.nocturne.routes.cli.init;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of a new campaign file, and which keys nobody has said anything of. */
final class OpenLines {
    private final List<String> open = new ArrayList<>();

    /** The keys that are to be filled in, each with what is wanted. */
    List<String> open() {
        return List.copyOf(open);
    }

    /**
     * A key of a block with its value, or with a TODO where there is none.
     *
     * @param path of the key from the root; it is indented by two blanks
     * @param wanted in words: a comment, or what the TODO says
     */
    String line(String path, @Nullable Object value, String wanted) throws JsonProcessingException {
        String key = path.substring(path.lastIndexOf('.') + 1);
        return "  " + key + ": " + (value == null ? todo(path, wanted) : value + "  # " + wanted) + "\n";
    }

    /** The value of a key that is left open. */
    String todo(String path, String wanted) throws JsonProcessingException {
        open.add(path + ": " + wanted);
        return yaml("TODO " + wanted);
    }

    /** A text as YAML reads it back, in quotes where it could be taken for something else. */
    static String yaml(String value) throws JsonProcessingException {
        boolean plain =
                value.matches("[A-Za-z][A-Za-z0-9._/-]*") && !value.matches("(?i)true|false|null|yes|no|on|off|[yn]");
        return plain ? value : new ObjectMapper().writeValueAsString(value);
    }
}
