package nl.ooievaar.server.search;

import java.util.Collection;
import java.util.regex.Pattern;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;

/** The refusals of a search; they name parameters and forms, never a value. */
final class Refusals {
    private static final Pattern NAME = Pattern.compile("(?!.*\\d{4})[A-Za-z0-9_:.\\-]{1,80}");

    private Refusals() {}

    static RefusedException undeclared(String name, Collection<String> declared) {
        return Refusal.of(Reason.UNDECLARED_PARAMETER, shown(name), String.join(", ", declared))
                .exception();
    }

    static RefusedException value(String name, String form) {
        return Refusal.of(Reason.PARAMETER_VALUE, shown(name), form).exception();
    }

    /** A name that cannot be one of ours may hold anything, also what belongs to a person. */
    private static String shown(String name) {
        return NAME.matcher(name).matches() ? name : "?";
    }
}
