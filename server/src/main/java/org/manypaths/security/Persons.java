package org.manypaths.security;

import java.util.List;

/** Whom a signed-in user may choose as the person whose record an app is opened with. */
public interface Persons {

    /** One to choose. */
    record Choice(String patient, String name) {}

    /** Empty where none may be shown: then the user has to know the id. */
    List<Choice> of(User user);
}
