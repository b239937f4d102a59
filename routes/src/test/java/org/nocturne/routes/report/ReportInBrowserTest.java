package org.nocturne.routes.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.learning.store.Store;

/** Chromium draws the report; the pictures stay in target/ for a person to look at. */
@Tag("chromium")
class ReportInBrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TempDir
    Path dir;

    @Test
    void chromium_draws_it_on_a_desk_and_on_a_phone() throws Exception {
        assumeTrue(Files.isExecutable(CHROMIUM), "SKIPPED: no " + CHROMIUM);
        CampaignFixture campaign = new CampaignFixture("jdbc:h2:mem:browser;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
        Path report;
        try (Store store = campaign.store) {
            campaign.fill(3);
            report = Report.write(dir, store, campaign.facts());
        }
        Path pictures = Files.createDirectories(Path.of("target", "report"));
        Files.copy(report, pictures.resolve("report.html"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(colours(draw(report, pictures.resolve("desk.png"), 1000, 4600)))
                .isGreaterThan(20);
        assertThat(colours(draw(report, pictures.resolve("phone.png"), 500, 5200)))
                .isGreaterThan(20);
    }

    private BufferedImage draw(Path page, Path picture, int width, int height)
            throws IOException, InterruptedException {
        Path wanted = picture.toAbsolutePath();
        Files.deleteIfExists(wanted);
        Process chromium = new ProcessBuilder(
                        CHROMIUM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--hide-scrollbars",
                        "--user-data-dir=" + dir.resolve("profile"),
                        "--window-size=" + width + "," + height,
                        "--screenshot=" + wanted,
                        page.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("chromium.log").toFile())
                .start();
        assertThat(chromium.waitFor(60, TimeUnit.SECONDS))
                .as("Chromium ends in a minute")
                .isTrue();
        assertThat(wanted).isNotEmptyFile();
        return ImageIO.read(wanted.toFile());
    }

    private static int colours(BufferedImage image) {
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                seen.add(image.getRGB(x, y));
            }
        }
        return seen.size();
    }
}
