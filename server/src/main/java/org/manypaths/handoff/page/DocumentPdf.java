package org.manypaths.handoff.page;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;

/** Prints the page of a document as a tagged PDF, with its font inside and nothing fetched. */
public final class DocumentPdf {

    /** It comes with PDFBox and knows Latin, Greek and Cyrillic; a PDF for all readers must bring its font along. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final int REGULAR = 400;

    static {
        // By itself it writes to the console, past the format and the levels of everything else here.
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    private final DocumentPage page;
    private final PrintableText text = new PrintableText(font());

    public DocumentPdf(DocumentPage page) {
        this.page = page;
    }

    public byte[] print(Bundle document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.useFont(DocumentPdf::font, "Document", REGULAR, FontStyle.NORMAL, true);
        builder.useUriResolver((base, uri) -> null);
        builder.withHtmlContent(html(document), null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Where the font lacks something, the page says so. */
    private String html(Bundle document) {
        PrintableText.Fitted fitted = text.fit(page.forPrint(document, Optional.empty()));
        return fitted.missing() == 0
                ? fitted.html()
                : text.fit(page.forPrint(document, fitted.notice())).html();
    }

    private static InputStream font() {
        return Objects.requireNonNull(DocumentPdf.class.getResourceAsStream(FONT), FONT);
    }
}
