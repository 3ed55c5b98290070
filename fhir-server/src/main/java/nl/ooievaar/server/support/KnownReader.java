package nl.ooievaar.server.support;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Vault;
import nl.ooievaar.subject.referral.FirstContactDeadline;
import org.hl7.fhir.r4.model.Observation;
import org.springframework.stereotype.Component;

/** Finds what a caller may know of a woman, through the gate and for one answer. */
@Component
public class KnownReader {
    /**
     * What was found.
     *
     * @param used the versions that what is said rests on, and her Patient: all of it is disclosed by the answer
     */
    public record Found(Known known, List<Seen> used) {}

    private final Lookup lookup;
    private final Vault vault;
    private final FhirContext fhir;
    private final Plans plans;

    public KnownReader(Lookup lookup, Vault vault, FhirContext fhir, Plans plans) {
        this.lookup = lookup;
        this.vault = vault;
        this.fhir = fhir;
        this.plans = plans;
    }

    /** @return empty when the viewer may not see this Patient, or there is none */
    public Optional<Found> of(UUID patient, Viewer viewer) {
        return lookup.newest("Patient", patient, viewer)
                .flatMap(seen -> seen.person().map(person -> found(seen, person, viewer)));
    }

    /** What is known, and what was sent along and counts, which is the newest; nothing of it is kept. */
    public Known with(Known known, List<Observation> sent, Viewer viewer) {
        TreeSet<String> codes = plans.codes();
        return known.with(sent.stream().filter(one -> Known.counts(one, codes)).toList())
                .ofThisPregnancy(today(viewer));
    }

    /** The day of the request, where the pregnancies are. */
    public static LocalDate today(Viewer viewer) {
        return viewer.now().atZone(FirstContactDeadline.ZONE).toLocalDate();
    }

    private Found found(Seen patient, UUID person, Viewer viewer) {
        TreeSet<String> codes = plans.codes();
        List<Observation> known = new ArrayList<>();
        List<Seen> used = new ArrayList<>(List.of(patient));
        for (Seen seen : lookup.current("Observation", person, viewer)) {
            Observation one = open(seen);
            if (Known.counts(one, codes)) {
                known.add(0, one);
                used.add(seen);
            }
        }
        return new Found(new Known(known), used);
    }

    private Observation open(Seen seen) {
        byte[] json = vault.open(seen.dataKey(), seen.fileId(), seen.id(), seen.version(), seen.body());
        return fhir.newJsonParser().parseResource(Observation.class, new String(json, StandardCharsets.UTF_8));
    }
}
