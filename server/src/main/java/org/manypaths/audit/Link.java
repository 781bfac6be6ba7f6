package org.manypaths.audit;

import java.time.Instant;

/**
 * An entry in its place in a chain, as it is stored.
 *
 * @param node name of the chain
 * @param number 1 for the first of the chain, and so on without a gap
 * @param previous hash of the entry before; of the first one, zeros
 * @param hash over everything else here
 */
record Link(String node, long number, Instant recordedAt, Entry entry, String previous, String hash) {

    /** The id of the AuditEvent that tells of it. */
    String id() {
        return node + "." + number;
    }

    Head head() {
        return new Head(node, number, hash);
    }

    /** The last link of a chain at some moment. */
    record Head(String node, long number, String hash) {

        /** As an anchor names it. */
        @Override
        public String toString() {
            return node + ":" + number + ":" + hash;
        }

        static Head of(String text) {
            String[] parts = text.split(":", -1);
            return new Head(parts[0], Long.parseLong(parts[1]), parts[2]);
        }
    }
}
