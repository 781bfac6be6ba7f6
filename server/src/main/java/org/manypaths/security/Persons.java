package org.manypaths.security;

import java.util.List;

/** Whom a signed-in user may choose as the person whose record an app is opened with. */
public interface Persons {

    /**
     * One to choose.
     *
     * @param more what tells them from others of the same name, as when they were born; blank where nothing does
     */
    record Choice(String patient, String name, String more) {

        /** In one line, also where nobody told a name. */
        public String label() {
            return (name.isBlank() ? "Somebody whose name is not told" : name) + (more.isBlank() ? "" : ", " + more);
        }
    }

    /** Empty where none may be shown: then the user has to know the id. */
    List<Choice> of(User user);
}
