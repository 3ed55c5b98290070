package nl.ooievaar.server.directory;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.server.store.Municipalities;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import nl.ooievaar.subject.desk.Municipality;
import nl.ooievaar.subject.desk.PostalCode;
import org.springframework.stereotype.Component;

/** Which desk serves a municipality today; of the directory alone. */
@Component
public class DeskFinder {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    /** A municipality with its desk, if it has one. */
    public record Found(Municipality municipality, Optional<Seen> desk) {}

    private final Municipalities municipalities;
    private final Lookup lookup;

    DeskFinder(Municipalities municipalities, Lookup lookup) {
        this.municipalities = municipalities;
        this.lookup = lookup;
    }

    /** @throws nl.ooievaar.subject.RefusedException when nobody knows the municipality, or it has no desk */
    public List<Found> ofMunicipality(String written, Viewer viewer) {
        return one(Municipality.code(written)
                .flatMap(municipalities::find)
                .map(found -> found(found, viewer))
                .orElseThrow(() -> Refusal.of(Reason.MUNICIPALITY_NOT_FOUND).exception()));
    }

    /** @return several when they share the postal code: whoever asks chooses */
    public List<Found> ofPostalCode(String written, Viewer viewer) {
        List<Found> all = PostalCode.of(written).map(municipalities::at).orElse(List.of()).stream()
                .map(one -> found(one, viewer))
                .toList();
        if (all.isEmpty()) {
            throw Refusal.of(Reason.POSTAL_CODE_NOT_FOUND).exception();
        }
        return all.size() == 1 ? one(all.get(0)) : all;
    }

    private static List<Found> one(Found found) {
        if (found.desk().isEmpty()) {
            throw Refusal.of(
                            Reason.MUNICIPALITY_WITHOUT_DESK,
                            found.municipality().name())
                    .exception();
        }
        return List.of(found);
    }

    private Found found(Municipality municipality, Viewer viewer) {
        LocalDate today = LocalDate.ofInstant(viewer.now(), AMSTERDAM);
        return new Found(
                municipality,
                municipalities.desks(municipality.code(), today).stream()
                        .findFirst()
                        .flatMap(id -> lookup.newest("HealthcareService", id, viewer)));
    }
}
