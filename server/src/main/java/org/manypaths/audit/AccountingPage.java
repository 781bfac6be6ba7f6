package org.manypaths.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** An accounting of disclosures as a page that the person reads or prints. */
final class AccountingPage {

    /** What the page needs: the style that is in it. */
    static final String CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private final TemplateEngine engine = new TemplateEngine();

    AccountingPage() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/audit/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
    }

    /** One row of the page, all in words. */
    public record Row(String date, String recipient, String address, String what, String purpose, String ground) {

        static Row of(Disclosure disclosure) {
            return new Row(
                    MOMENT.format(disclosure.date().atOffset(ZoneOffset.UTC))
                            + (disclosure.times() > 1 ? " (the last of " + disclosure.times() + " that day)" : ""),
                    disclosure.recipient(),
                    disclosure.address().orElse(""),
                    disclosure.what(),
                    disclosure.purposeInWords().orElse("not stated"),
                    GroundWords.of(disclosure));
        }
    }

    String html(AccountingRequest request, List<Disclosure> disclosures, Names names, Instant now) {
        Context context = new Context(Locale.ENGLISH);
        context.setVariable("name", names.person(request.person()).orElse("Patient/" + request.person()));
        context.setVariable("from", AccountingWords.day(request.from()));
        context.setVariable("until", AccountingWords.day(now));
        context.setVariable("ahead", request.isAhead());
        context.setVariable(
                "recipient", request.recipient().map(names::organizationName).orElse(""));
        context.setVariable("found", AccountingWords.sentence(request, disclosures.size(), names::organizationName));
        context.setVariable("rows", disclosures.stream().map(Row::of).toList());
        return engine.process("accounting", context);
    }
}
