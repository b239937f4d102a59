package org.nocturne.routes.cli.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Display;
import org.nocturne.routes.run.RouteLogLine;
import org.nocturne.routes.run.Status;

/** One picture on a terminal that is drawn again and again: where the campaign stands, and the newest lines of its log. */
public final class TerminalScreen implements Screen {
    private static final int MOST_LINES = 200;
    /** Between the picture and the edge of the terminal, so that nothing scrolls. */
    private static final int MARGIN = 1;

    private final Terminal terminal;
    private final Display display;
    private final Deque<String> recent = new ArrayDeque<>();

    public TerminalScreen(Terminal terminal) {
        this.terminal = terminal;
        this.display = new Display(terminal, false);
    }

    @Override
    public void show(Status status, List<RouteLogLine> fresh) {
        for (RouteLogLine line : fresh) {
            recent.addLast(line.text());
            if (recent.size() > MOST_LINES) {
                recent.removeFirst();
            }
        }
        Size size = terminal.getSize();
        display.resize(size.getRows(), size.getColumns());
        display.update(picture(status, size), -1);
    }

    private List<AttributedString> picture(Status status, Size size) {
        List<AttributedString> picture = new ArrayList<>();
        List<String> stands = StatusText.lines(status);
        picture.add(cut(stands.get(0), AttributedStyle.BOLD, size));
        stands.stream().skip(1).forEach(line -> picture.add(cut(line, AttributedStyle.DEFAULT, size)));
        picture.add(AttributedString.EMPTY);
        int room = Math.max(0, size.getRows() - picture.size() - MARGIN);
        recent.stream()
                .skip(Math.max(0, recent.size() - room))
                .forEach(line -> picture.add(cut(line, AttributedStyle.DEFAULT.faint(), size)));
        return picture.subList(0, Math.min(picture.size(), Math.max(1, size.getRows() - MARGIN)));
    }

    private static AttributedString cut(String line, AttributedStyle style, Size size) {
        return new AttributedString(line, style).columnSubSequence(0, Math.max(1, size.getColumns() - MARGIN));
    }

    /** Leaves the last picture standing. */
    @Override
    public void close() {
        terminal.writer().println();
        terminal.flush();
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
