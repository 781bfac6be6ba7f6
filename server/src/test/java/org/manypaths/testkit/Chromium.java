package org.manypaths.testkit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The one browser of all tests that look at pages: the Chromium that the machine has.
 *
 * <p>Where there is none such tests are skipped, but not in the continuous build, which installs it.
 */
public final class Chromium {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private static @Nullable Browser browser;

    private Chromium() {}

    /** The running browser; started when the first test asks for it, ended with the JVM. */
    public static synchronized Browser running() {
        if (browser == null) {
            browser = start(installed());
        }
        return browser;
    }

    private static Path installed() {
        Optional<Path> program = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        boolean required = Boolean.parseBoolean(System.getenv("CI"));
        Assumptions.assumeTrue(
                required || program.isPresent(), "No Chromium on the PATH: pages are not looked at in a browser");
        return program.orElseThrow(() -> new IllegalStateException("The continuous build needs Chromium on the PATH"));
    }

    private static Browser start(Path program) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(Stream.of("no-sandbox", "disable-gpu", "disable-background-networking", "no-first-run")
                                .map("--"::concat)
                                .toList()));
    }
}
