package nl.ooievaar.server.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.RefusedException;

/**
 * Resolves the references of one submission: to its own entries, by condition, or to what the caller can see.
 *
 * <p>A reference to something hidden is refused exactly as if it did not exist, so that it is no oracle.
 */
final class References {
    private static final Pattern LITERAL = Pattern.compile("([A-Z][A-Za-z]+)/([0-9a-fA-F-]{36})(?:/_history/(\\d+))?");

    private final Map<String, String> own = new HashMap<>();
    private final Map<String, String> conditional = new HashMap<>();
    private final Conditions conditions;
    private final Lookup lookup;
    private final Caller caller;
    private final Viewer viewer;
    private final String base;

    References(Conditions conditions, Lookup lookup, Caller caller, Viewer viewer, String base) {
        this.conditions = conditions;
        this.lookup = lookup;
        this.caller = caller;
        this.viewer = viewer;
        this.base = base + "/";
    }

    void own(String fullUrl, String reference) {
        own.put(fullUrl, reference);
    }

    /** The reference to store; remembers literal ones on the entry for {@link #checkSeen}. */
    String resolve(Planned by, String sent) {
        String known = own.get(sent);
        if (known != null) {
            return known;
        }
        if (sent.startsWith("urn:")) {
            throw notFound(by);
        }
        if (sent.startsWith("#")) {
            return sent;
        }
        if (sent.indexOf('?') > 0) {
            String type = sent.substring(0, sent.indexOf('?'));
            if (!caller.mayAsk(type, 's')) {
                throw Refusal.of(Reason.FORBIDDEN_OPERATION, "search-type " + type)
                        .at(by.entry.at())
                        .exception();
            }
            return conditional.computeIfAbsent(sent, query -> conditions
                    .reference(query, viewer)
                    .map(Seen::reference)
                    .orElseThrow(() -> notFound(by)));
        }
        String relative = sent.startsWith(base) ? sent.substring(base.length()) : sent;
        if (LITERAL.matcher(relative).matches()) {
            by.literals.add(relative);
        } else if (!relative.contains(":")) {
            throw notFound(by);
        }
        return relative;
    }

    /** Answers all versions named by literal references; refuses the submission when one of them is not to be seen. */
    Map<UUID, Seen> checkSeen(List<Planned> entries) {
        Set<UUID> asked = new HashSet<>();
        entries.forEach(e -> e.literals.forEach(r -> asked.add(target(r))));
        entries.stream().filter(e -> e.step == Planned.Step.MATCHED).forEach(e -> asked.add(e.id));
        conditional.values().forEach(r -> asked.add(target(r)));
        Set<UUID> ours = new HashSet<>();
        entries.stream().filter(Planned::written).forEach(e -> ours.add(e.id));
        List<UUID> elsewhere = new ArrayList<>(asked);
        elsewhere.removeAll(ours);
        Map<UUID, Seen> seen = lookup.newest(elsewhere, viewer);
        for (Planned entry : entries) {
            for (String reference : entry.literals) {
                UUID target = target(reference);
                Seen found = seen.get(target);
                boolean known = ours.contains(target)
                        || found != null && found.type().equals(reference.substring(0, reference.indexOf('/')));
                if (!known) {
                    throw notFound(entry);
                }
            }
        }
        return seen;
    }

    private static UUID target(String reference) {
        Matcher parts = LITERAL.matcher(reference);
        if (!parts.matches()) {
            throw new IllegalArgumentException(reference);
        }
        return UUID.fromString(parts.group(2));
    }

    private static RefusedException notFound(Planned by) {
        return Refusal.of(Reason.REFERENCE_NOT_FOUND, by.type).at(by.entry.at()).exception();
    }
}
