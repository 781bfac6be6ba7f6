package org.manypaths.testkit;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What of a page somebody could not read, hear or reach: WCAG 2.2, levels A and AA, as far as a machine can tell. */
public final class Accessibility {

    private static final List<String> WCAG_2_2_AA = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

    private Accessibility() {}

    /** Each broken rule with the place of the first breach.
     *
     * @param name of the page, for whoever has to mend it
     */
    public static List<String> violations(Page page, String name) {
        return new AxeBuilder(page)
                .withTags(WCAG_2_2_AA).analyze().getViolations().stream()
                        .map(rule -> name + ": " + rule.getId() + " at "
                                + rule.getNodes().get(0).getTarget() + " ("
                                + rule.getNodes().size() + ")")
                        .toList();
    }
}
