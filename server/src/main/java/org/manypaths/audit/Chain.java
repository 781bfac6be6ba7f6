package org.manypaths.audit;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.manypaths.audit.Link.Head;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The chain of one run of one node. Not for more than one thread.
 *
 * <p>Each run begins a chain of its own, so that a process which does not know yet that it was replaced can never fork
 * another's. The first entry, and one every few minutes after, is an anchor: it names where the other chains ended, so
 * that whoever shortens or drops one of them has to change this one too.
 */
final class Chain {

    private static final Logger log = LoggerFactory.getLogger(Chain.class);

    private final ChainStore store;
    private final Duration anchorEvery;
    private final Map<String, Long> anchored = new HashMap<>();
    private Head head;
    private Instant lastAnchor = Instant.MIN;
    private boolean uncertain;

    /** @param name no chain has had it before */
    Chain(ChainStore store, String name, Duration anchorEvery) {
        this.store = store;
        this.anchorEvery = anchorEvery;
        head = new Head(name, 0, ChainRules.NOTHING);
    }

    /** Adds the entries in their order, committed when it returns. */
    void extend(List<Entry> entries, Instant now) throws SQLException {
        findEnd();
        boolean anchorDue = head.number() == 0 || !now.isBefore(lastAnchor.plus(anchorEvery));
        List<Entry> all = new ArrayList<>();
        List<Head> others = anchorDue ? newHeads() : List.of();
        if (anchorDue) {
            all.add(anchor(others));
        }
        all.addAll(entries);
        uncertain = true;
        head = add(all, now);
        uncertain = false;
        if (anchorDue) {
            lastAnchor = now;
            others.forEach(other -> anchored.put(other.node(), other.number()));
            // Whoever owns the database does not own the log: an operator can compare.
            log.info("The trail's chain {} is at {} with hash {}", head.node(), head.number(), head.hash());
        }
    }

    private Head add(List<Entry> entries, Instant now) throws SQLException {
        List<Link> links = new ArrayList<>();
        Head end = head;
        for (Entry entry : entries) {
            Link link = ChainRules.link(end, now, entry);
            links.add(link);
            end = link.head();
        }
        store.add(links);
        return end;
    }

    /** After a failed commit nobody but the database knows whether it happened. */
    private void findEnd() throws SQLException {
        if (uncertain) {
            head = store.heads().stream()
                    .filter(end -> end.node().equals(head.node()))
                    .findFirst()
                    .orElse(new Head(head.node(), 0, ChainRules.NOTHING));
            uncertain = false;
        }
    }

    private List<Head> newHeads() throws SQLException {
        return store.heads().stream()
                .filter(other -> !other.node().equals(head.node()))
                .filter(other -> anchored.getOrDefault(other.node(), 0L) < other.number())
                .toList();
    }

    private static Entry anchor(List<Head> heads) {
        return new Entry(
                Kind.ANCHOR,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                heads.stream().map(Head::toString).toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Outcome.SUCCESS,
                Optional.empty(),
                "-");
    }
}
