package org.manypaths.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;
import org.manypaths.security.Persons;
import org.manypaths.security.Role;
import org.manypaths.security.User;
import org.manypaths.security.Users;

/** Those who can sign in to apps in the demo; their passwords are made at the first start, for its owner alone. */
class DemoUsers implements Persons {

    private static final String FILE = "demo-passwords.txt";
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 14;

    private final Users users;
    private final DemoStories stories;
    private final Path data;

    DemoUsers(Users users, DemoStories stories, Path data) {
        this.users = users;
        this.stories = stories;
        this.data = data;
    }

    void register() {
        Path file = data.resolve(FILE);
        try {
            Properties passwords = new Properties();
            if (Files.exists(file)) {
                try (var in = Files.newBufferedReader(file)) {
                    passwords.load(in);
                }
            }
            add(passwords, "operator", "Operator of the demo", Role.OPERATOR, "Practitioner/demo-operator");
            add(passwords, "practitioner", "Sofia Reyes", Role.USER, "Practitioner/sofia-reyes");
            add(passwords, "person", "Rosa Delgado", Role.PERSON, "Patient/" + DemoClient.THE_PERSON);
            DemoCredential.writeForOwner(
                    file,
                    passwords.stringPropertyNames().stream()
                            .sorted()
                            .map(name -> name + "=" + passwords.getProperty(name) + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One who is there already keeps the password. */
    private void add(Properties passwords, String name, String title, Role role, String fhirUser) {
        if (passwords.getProperty(name) == null || users.find(name).isEmpty()) {
            passwords.setProperty(name, password());
            users.put(name, title, passwords.getProperty(name), role, fhirUser);
        }
    }

    @Override
    public java.util.List<Choice> of(User user) {
        return stories.resources(Patient.class)
                .map(patient -> new Choice(
                        patient.getIdElement().getIdPart(),
                        Objects.requireNonNullElse(patient.getNameFirstRep().getNameAsSingleString(), ""),
                        more(patient)))
                .distinct()
                .toList();
    }

    /** What of a person is told, and nothing in the place of what is not. */
    static String more(Patient patient) {
        return Stream.of(
                        patient.getBirthDateElement().hasValue()
                                ? "born " + patient.getBirthDateElement().getValueAsString()
                                : "",
                        patient.getIdentifierFirstRep().hasValue()
                                ? "identifier "
                                        + patient.getIdentifierFirstRep().getValue()
                                : "",
                        "record " + patient.getIdElement().getIdPart())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String password() {
        SecureRandom random = new SecureRandom();
        return random.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(at -> LETTERS.substring(at, at + 1))
                .collect(Collectors.joining());
    }
}
