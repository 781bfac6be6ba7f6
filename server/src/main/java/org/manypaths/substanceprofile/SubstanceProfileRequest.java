package org.manypaths.substanceprofile;

import java.util.List;

/**
 * What is to be told of one person.
 *
 * @param substances only these; all where it is empty
 */
record SubstanceProfileRequest(List<AskedSubstance> substances, AsOf asOf) {

    SubstanceProfileRequest {
        substances = List.copyOf(substances);
    }
}
