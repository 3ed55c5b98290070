package nl.ooievaar.server.submission;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.ooievaar.subject.consent.DataClass;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which findings belong to a referral: those that come with it, and those it names as reason or support. She agreed to the
 * referral with them in it, so they open with it and not as birth care data.
 */
@Component
class ReferralData {
    private final JdbcTemplate jdbc;

    ReferralData(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether an entry belongs to a referral, now or since a version before. */
    static boolean contains(Planned one, List<Planned> planned) {
        String referral = DataClass.REFERRAL.code();
        boolean before =
                one.before.filter(it -> it.dataClass().equals(referral)).isPresent();
        boolean comesWith = one.step == Planned.Step.CREATE
                && !one.entry.apart()
                && planned.stream().anyMatch(Planned::becomesReferral);
        return before || comesWith || named(planned).contains(one.id);
    }

    /** Findings of the same file that were there before, and that a referral names now. */
    void open(List<Planned> planned) {
        for (Planned referral : planned) {
            String[] named =
                    named(List.of(referral)).stream().map(UUID::toString).toArray(String[]::new);
            if (named.length > 0) {
                jdbc.update(
                        """
                        update version set data_class = 'referral'
                        where file_id = ? and id = any(cast(? as uuid[])) and superseded_xid is null
                          and data_class = 'birth-care'
                        """,
                        referral.file.fileId(),
                        named);
            }
        }
    }

    private static boolean isReferral(Planned one) {
        return one.written() && one.resource instanceof ServiceRequest && one.hasProfile("phb-referral");
    }

    private static Set<UUID> named(List<Planned> planned) {
        Set<UUID> named = new HashSet<>();
        for (Planned one : planned) {
            if (isReferral(one)) {
                ServiceRequest request = (ServiceRequest) one.resource;
                request.getSupportingInfo().forEach(it -> add(named, it));
                request.getReasonReference().forEach(it -> add(named, it));
            }
        }
        return named;
    }

    private static void add(Set<UUID> named, Reference reference) {
        String id = reference.getReferenceElement().getIdPart();
        if (id != null && id.matches("[0-9a-fA-F-]{36}")) {
            named.add(UUID.fromString(id));
        }
    }
}
