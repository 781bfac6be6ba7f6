package org.manypaths.startpage;

import java.util.List;
import java.util.Optional;

/** What there is to see on this server. */
public interface Sights {

    /** Commands to try, the most telling first. */
    List<Sight> commands();

    /** The people whom a visitor may look at; empty where real people are served. */
    List<Person> people();

    /** The address of the page on which requests can be tried out; empty where there is none. */
    Optional<String> apiPage();
}
