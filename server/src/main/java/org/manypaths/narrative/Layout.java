package org.manypaths.narrative;

import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/**
 * Lays an account out as XHTML that FHIR allows in narrative: kind, alerts, the person's words, sentences, facts.
 *
 * <p>It is built as a tree and not as text, so that nothing in a record can become markup. No element has two
 * attributes: their order is not kept, and a record must not differ from itself.
 */
final class Layout {

    private static final String NAMESPACE = "http://www.w3.org/1999/xhtml";

    private Layout() {}

    static XhtmlNode of(Account account) {
        XhtmlNode div = new XhtmlNode(NodeType.Element, "div");
        div.setAttribute("xmlns", NAMESPACE);
        div.addTag("p").addTag("b").addText(account.title());
        account.alerts().forEach(alert -> div.addTag("p").addTag("b").addText(alert));
        account.words().forEach(quote -> div.addTag("blockquote").addTag("p").addText(said(quote)));
        account.says().forEach(sentence -> div.addTag("p").addText(sentence));
        if (!account.facts().isEmpty()) {
            XhtmlNode list = div.addTag("dl");
            account.facts().forEach(fact -> {
                list.addTag("dt").addText(fact.name());
                fact.values().forEach(value -> list.addTag("dd").addText(value));
            });
        }
        return div;
    }

    private static String said(Account.Quote quote) {
        return "“" + quote.words() + "”" + (quote.by().isEmpty() ? "" : " (" + quote.by() + ")");
    }
}
