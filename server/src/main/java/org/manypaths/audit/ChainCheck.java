package org.manypaths.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.manypaths.audit.Link.Head;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Goes along every chain and finds the first entry that is not what was stored.
 *
 * <p>A changed entry no longer has its hash; a removed or moved one breaks the numbers or the link to the one before; one
 * cut off at the end is missed by the table of heads and by the anchors of other chains. The table that entries are found
 * by has to have each of them as the chain has it.
 */
final class ChainCheck {

    private static final int PAGE = 1_000;
    private static final String ROWS = "select " + LinkRow.COLUMNS + " from MP_TRAIL where NODE = ? and SEQ > ?"
            + " order by SEQ fetch first " + PAGE + " rows only";
    private static final String HEADS = "select NODE, SEQ, HASH from MP_TRAIL_HEAD order by NODE";
    private static final String NODES = "select distinct NODE from MP_TRAIL order by NODE";

    private static final String UNFOUND =
            "select min(SEQ) from MP_TRAIL entry where NODE = ? and SEQ <= ? and not exists"
                    + " (select 1 from MP_TRAIL_FINDER found where "
                    + TrailFinder.SEARCHED.stream()
                            .map(column -> column.equals("NODE") || column.equals("SEQ")
                                    ? "found." + column + " = entry." + column
                                    : "found." + column + " is not distinct from entry." + column)
                            .collect(Collectors.joining(" and "))
                    + ")";

    private final JdbcTemplate database;
    private final TrailFinder finder;

    ChainCheck(JdbcTemplate database, TrailFinder finder) {
        this.database = database;
        this.finder = finder;
    }

    /**
     * What was found of one chain.
     *
     * @param entries how many there are up to the fault, or in all
     */
    record Finding(String node, long entries, String hash, Optional<Fault> fault) {}

    /** The first entry that is not as it was, and in what. */
    record Fault(long number, String what) {}

    List<Finding> all() {
        Map<String, Head> heads = new HashMap<>();
        database.query(HEADS, (row, n) -> new Head(row.getString(1), row.getLong(2), row.getString(3)))
                .forEach(head -> heads.put(head.node(), head));
        List<String> nodes = new ArrayList<>(database.queryForList(NODES, String.class));
        heads.keySet().stream().filter(node -> !nodes.contains(node)).sorted().forEach(nodes::add);
        Map<String, List<Head>> anchors = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        nodes.forEach(node -> findings.add(walk(node, Optional.ofNullable(heads.get(node)), anchors)));
        anchors.keySet().stream()
                .filter(node -> !nodes.contains(node))
                .sorted()
                .forEach(node -> findings.add(faulty(node, 0, ChainRules.NOTHING, 1, "the whole chain is missing")));
        return findings.stream()
                .map(finding -> against(anchors.getOrDefault(finding.node(), List.of()), finding))
                .map(this::againstFinder)
                .toList();
    }

    private Finding walk(String node, Optional<Head> head, Map<String, List<Head>> anchors) {
        Head last = new Head(node, 0, ChainRules.NOTHING);
        List<Link> page;
        do {
            page = database.query(ROWS, LinkRow::of, node, last.number());
            for (Link link : page) {
                Optional<String> wrong = wrong(last, link);
                if (wrong.isPresent()) {
                    return faulty(node, last.number(), last.hash(), last.number() + 1, wrong.get());
                }
                last = link.head();
                collectAnchors(link, anchors);
            }
        } while (page.size() == PAGE);
        return atItsEnd(last, head);
    }

    private static Optional<String> wrong(Head before, Link link) {
        if (link.number() != before.number() + 1) {
            return Optional.of("it is missing");
        }
        if (!link.previous().equals(before.hash())) {
            return Optional.of("it does not continue the entry before");
        }
        return ChainRules.hash(link).equals(link.hash()) ? Optional.empty() : Optional.of("it was changed");
    }

    private static void collectAnchors(Link link, Map<String, List<Head>> anchors) {
        if (link.entry().kind() == Kind.ANCHOR) {
            link.entry().records().stream().map(Head::of).forEach(head -> anchors.computeIfAbsent(
                            head.node(), node -> new ArrayList<>())
                    .add(head));
        }
    }

    /** The head was read before the entries: more may have come since, never fewer. */
    private static Finding atItsEnd(Head last, Optional<Head> head) {
        if (head.isEmpty()) {
            return faulty(last.node(), last.number(), last.hash(), last.number(), "nothing says where the chain ends");
        }
        if (head.get().number() > last.number()) {
            return faulty(last.node(), last.number(), last.hash(), last.number() + 1, "it is missing at the end");
        }
        if (head.get().number() == last.number() && !head.get().hash().equals(last.hash())) {
            return faulty(last.node(), last.number(), last.hash(), last.number(), "the head has another hash");
        }
        return new Finding(last.node(), last.number(), last.hash(), Optional.empty());
    }

    private Finding against(List<Head> anchors, Finding finding) {
        if (finding.fault().isPresent()) {
            return finding;
        }
        for (Head anchor : anchors) {
            if (anchor.number() > finding.entries()) {
                return faulty(
                        finding.node(),
                        finding.entries(),
                        finding.hash(),
                        finding.entries() + 1,
                        "it is missing, another chain has an anchor at " + anchor.number());
            }
            if (!anchor.hash().equals(hashAt(anchor))) {
                return faulty(
                        finding.node(),
                        anchor.number() - 1,
                        finding.hash(),
                        anchor.number(),
                        "another chain has an anchor here with another hash");
            }
        }
        return finding;
    }

    /** An entry that is whole is of no use where nobody finds it. */
    private Finding againstFinder(Finding finding) {
        if (finding.fault().isPresent()) {
            return finding;
        }
        // After the walk: it may have met entries that were committed since it began.
        finder.catchUp();
        return Optional.ofNullable(database.queryForObject(UNFOUND, Long.class, finding.node(), finding.entries()))
                .map(number -> faulty(
                        finding.node(),
                        finding.entries(),
                        finding.hash(),
                        number,
                        "it is whole, and searches do not find it: the table MP_TRAIL_FINDER was changed"))
                .orElse(finding);
    }

    private String hashAt(Head anchor) {
        return String.join(
                "",
                database.queryForList(
                        "select HASH from MP_TRAIL where NODE = ? and SEQ = ?",
                        String.class,
                        anchor.node(),
                        anchor.number()));
    }

    private static Finding faulty(String node, long entries, String hash, long number, String what) {
        return new Finding(node, entries, hash, Optional.of(new Fault(number, what)));
    }
}
