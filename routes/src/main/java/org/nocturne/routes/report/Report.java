package org.nocturne.routes.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.nocturne.core.format.DurableFiles;
import org.nocturne.learning.store.Store;

/**
 * The report of a campaign: one HTML file that needs nothing else, no network, no script. It can be written while the campaign runs.
 */
public final class Report {
    public static final String FILE_NAME = "report.html";

    private static final PebbleEngine ENGINE = new PebbleEngine.Builder()
            .loader(new ClasspathLoader(Report.class.getClassLoader()))
            .strictVariables(true)
            .autoEscaping(true)
            .build();
    private static final String TEMPLATE = "org/nocturne/routes/report/report.html.peb";

    private Report() {}

    /**
     * Writes {@code report.html} into the campaign folder, beside the old one first and then in its place.
     *
     * @return the file
     * @throws IllegalStateException if the store holds no campaign
     * @throws UncheckedIOException if the file cannot be written
     */
    public static Path write(Path campaignDir, Store store, ReportFacts facts) {
        Path file = campaignDir.resolve(FILE_NAME);
        Path aside = campaignDir.resolve("." + FILE_NAME + ".part");
        try {
            Files.writeString(aside, render(ReportPage.of(CampaignRecord.read(store), facts, campaignDir)));
            DurableFiles.sync(aside);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static String render(Map<String, Object> page) throws IOException {
        StringWriter text = new StringWriter();
        ENGINE.getTemplate(TEMPLATE).evaluate(text, page);
        return text.toString();
    }
}
