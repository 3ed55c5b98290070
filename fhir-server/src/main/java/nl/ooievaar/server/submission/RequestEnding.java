package nl.ooievaar.server.submission;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.referral.Progress;
import nl.ooievaar.subject.referral.RequestEnd;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Ends the request of each signaller with the work it led to, in words that tell no more than that signaller may know.
 *
 * <p>Reads requests for the server itself: nothing of them is answered to the caller.
 */
@Component
class RequestEnding {
    private final JdbcTemplate jdbc;
    private final Vault vault;
    private final Keys keys;
    private final FhirContext fhir;
    private final Shadowing shadowing;
    private final FeedbackWriter feedback;
    private final Made made;

    RequestEnding(
            JdbcTemplate jdbc,
            Vault vault,
            Keys keys,
            FhirContext fhir,
            Shadowing shadowing,
            FeedbackWriter feedback,
            Made made) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.keys = keys;
        this.fhir = fhir;
        this.shadowing = shadowing;
        this.feedback = feedback;
        this.made = made;
    }

    List<Planned> end(Planned work, Viewer viewer, Instant now) {
        boolean visited = visited(work);
        List<Planned> ended = new ArrayList<>();
        for (Shadowing.Referral referral : shadowing.referrals((Task) work.resource)) {
            RequestEnd end = RequestEnd.of(visited, feedback.mayBeTold(work, referral, viewer, now));
            request(referral, end, now).ifPresent(ended::add);
        }
        return ended;
    }

    /** Some version of the task, the one written now among them, said that the visit took place. */
    private boolean visited(Planned work) {
        Long[] said = Arrays.stream(Progress.values())
                .filter(Progress::visited)
                .map(one -> keys.code("Task", "business-status", one.code()))
                .toArray(Long[]::new);
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from version where file_id = ? and id = ? and keys && cast(? as bigint[]))",
                Boolean.class,
                work.file.fileId(),
                work.id,
                said));
    }

    private Optional<Planned> request(Shadowing.Referral referral, RequestEnd end, Instant now) {
        UUID id =
                UUID.fromString(referral.task().getFocus().getReferenceElement().getIdPart());
        return jdbc
                .query(
                        """
                        select v.version, v.data_class, v.body from version v
                        where v.file_id = ? and v.id = ? and v.superseded_xid is null
                        """,
                        (row, i) -> {
                            int version = row.getInt(1);
                            byte[] json = vault.open(
                                    referral.file().dataKey(), referral.file().fileId(), id, version, row.getBytes(3));
                            ServiceRequest request = fhir.newJsonParser()
                                    .parseResource(ServiceRequest.class, new String(json, StandardCharsets.UTF_8));
                            return next(referral, id, version, row.getString(2), request, end, now);
                        },
                        referral.file().fileId(),
                        id)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Planned> next(
            Shadowing.Referral referral,
            UUID id,
            int version,
            String dataClass,
            ServiceRequest request,
            RequestEnd end,
            Instant now) {
        if (request.getStatus() != ServiceRequestStatus.ACTIVE && request.getStatus() != ServiceRequestStatus.ONHOLD) {
            return Optional.empty();
        }
        request.setStatus(ServiceRequestStatus.fromCode(end.code()));
        Planned next = made.next(referral.file(), dataClass, id, version + 1, request, now);
        // Written in the file of the signaller, whose record it stays.
        next.author = Optional.of(referral.file().custodian());
        return Optional.of(next);
    }
}
