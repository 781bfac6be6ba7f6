package org.manypaths.startpage;

import java.util.List;
import org.manypaths.address.PublicAddress;

/** What can be tried on every server, whoever its people are. */
final class PlainSights implements Sights {

    private final PublicAddress address;

    PlainSights(PublicAddress address) {
        this.address = address;
    }

    @Override
    public List<Sight> commands() {
        return List.of(
                new Sight("What this server can do", "curl '" + address.fhirBase() + "/metadata'"),
                new Sight(
                        "Where to get a token, and how",
                        "curl '" + address.fhirBase() + "/.well-known/smart-configuration'"));
    }

    @Override
    public List<Person> people() {
        return List.of();
    }
}
