package org.manypaths.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.manypaths.guide.page.LineRenderer;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Makes HTML of the templates in {@code templates/guide}. Safe for all threads. */
class PageRenderer {

    private static final String STYLESHEET = "/static/assets/manypaths.css";

    private final TemplateEngine engine = new TemplateEngine();
    private final LineRenderer lines = new LineRenderer();
    private final String style;

    PageRenderer() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
        style = "assets/manypaths.css?v=" + digestOfStylesheet();
    }

    /**
     * A page.
     *
     * @param root what leads from the page to the guide's start: nothing or {@code ../} once or more
     */
    String html(String template, String root, Map<String, Object> content) {
        Context context = new Context(Locale.ENGLISH, content);
        context.setVariable("root", root);
        context.setVariable("lines", lines);
        context.setVariable("style", root + "../" + style);
        return engine.process("guide/" + template, context);
    }

    /** A browser keeps a stylesheet for long; a changed one has another address. */
    private static String digestOfStylesheet() {
        try (InputStream in = PageRenderer.class.getResourceAsStream(STYLESHEET)) {
            if (in == null) {
                throw new IllegalStateException("The stylesheet is missing from the class path: " + STYLESHEET);
            }
            return Page.digest(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
