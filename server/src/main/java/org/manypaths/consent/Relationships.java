package org.manypaths.consent;

import java.util.Set;

/**
 * What is known of organisations at the moment of the question.
 *
 * @param treating organisations that treat the person now
 * @param serviceOrganizations qualified service organisations with an agreement in force with the holder (42 CFR 2.11)
 * @param documents purposes for which an operator recorded the document that the law asks for, for this caller
 */
public record Relationships(Set<String> treating, Set<String> serviceOrganizations, Set<Purpose> documents) {

    public Relationships {
        treating = Set.copyOf(treating);
        serviceOrganizations = Set.copyOf(serviceOrganizations);
        documents = Set.copyOf(documents);
    }
}
