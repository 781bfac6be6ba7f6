package org.manypaths.search;

import java.util.Set;

/**
 * The search parameters of every type that the storage follows wherever they are asked, also at the end of a link or in
 * the condition of a write; it passes over the others that begin with an underscore.
 */
public final class EveryType {

    public static final Set<String> PARAMETERS = Set.of("_id", "_lastUpdated", "_profile", "_source", "_tag");

    private EveryType() {}
}
