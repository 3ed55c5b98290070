package nl.ooievaar.server.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import nl.ooievaar.server.audit.Audit.Touched;
import nl.ooievaar.server.identity.Caller;
import nl.ooievaar.server.store.Keys;

/**
 * One line of the audit trail: one request, one file. Written once (NEN 7513).
 *
 * @param touched what the request did in this file; empty when it touched nothing of a person
 * @param custodian of the file; null without one
 * @param filePseudonym stands for the file; null without one
 */
record AuditRow(UUID id, String kind, String basis, Integer custodian, byte[] filePseudonym, List<Touched> touched) {
    /** What all lines of one request have in common. */
    record Head(AuditedRequest request, Caller caller, String action, String outcome, int status) {
        /** The database keeps microseconds; the MAC covers what it will give back. */
        Instant at() {
            return request.now().truncatedTo(ChronoUnit.MICROS);
        }

        String organization() {
            return caller.party().organizationSystem() + "|" + caller.party().organizationValue();
        }

        String actor() {
            return caller.user().orElse(null);
        }
    }

    List<String> types() {
        return touched.stream().map(Touched::type).toList();
    }

    List<UUID> ids() {
        return touched.stream().map(Touched::id).toList();
    }

    List<Integer> versions() {
        return touched.stream().map(Touched::version).toList();
    }

    List<String> consents() {
        return touched.stream()
                .map(Touched::consent)
                .filter(consent -> consent != null)
                .distinct()
                .toList();
    }

    /** Over every column, in one unambiguous form. */
    byte[] mac(Keys keys, Head head) {
        StringBuilder text = new StringBuilder(1_000);
        for (Object part : new Object[] {
            id,
            head.at(),
            head.request().id(),
            head.organization(),
            head.caller().party().service(),
            head.caller().role(),
            head.actor(),
            head.caller().clientId(),
            head.request().interaction(),
            head.action(),
            head.outcome(),
            head.status(),
            kind,
            basis,
            custodian,
            types(),
            ids(),
            versions(),
            consents(),
            head.request().query()
        }) {
            String value = String.valueOf(part);
            text.append(value.length()).append(':').append(value);
        }
        byte[] columns = text.toString().getBytes(StandardCharsets.UTF_8);
        return filePseudonym == null ? keys.blind("audit", columns) : keys.blind("audit", columns, filePseudonym);
    }
}
