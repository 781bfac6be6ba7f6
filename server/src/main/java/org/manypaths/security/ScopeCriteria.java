package org.manypaths.security;

/**
 * Says which search criteria may limit a scope; whoever knows the search parameters and what they reveal declares one.
 *
 * <p>A criterion is asked of every record without regard to what its holder may see beside it. So it may only look at
 * what is in the record itself and leaves with it.
 */
public interface ScopeCriteria {

    /**
     * Whether a scope may have this criterion.
     *
     * @param type a resource type or {@link Scope#ANY}
     */
    boolean areOffered(String type, Scope.Constraint criterion);
}
