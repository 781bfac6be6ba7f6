package org.manypaths.startpage;

import java.util.List;

/** What there is to see on this server. */
public interface Sights {

    /** Commands to try, the most telling first. */
    List<Sight> commands();

    /** The people whom a visitor may look at; empty where real people are served. */
    List<Person> people();
}
