package nl.ooievaar.server.birth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ooievaar.server.gate.Lookup;
import nl.ooievaar.server.gate.Seen;
import nl.ooievaar.server.gate.Viewer;
import nl.ooievaar.subject.consent.DataClass;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * What of one adult could go to the dossier of a child: answers one by one, observations, problems, goals and the activities of
 * the plan, as one custodian keeps them. Never consents, work, notes on safety at home, or what is kept from her.
 */
@Component
class ChildItems {
    /**
     * One item that can be chosen.
     *
     * @param part place within the record; empty for the whole
     */
    record Item(Seen seen, Optional<String> part, String title, String text) {
        /** The exact version it stands in. */
        String source() {
            return seen.reference() + "/_history/" + seen.version();
        }
    }

    private static final Set<DataClass> CLASSES =
            Set.of(DataClass.REFERRAL, DataClass.BIRTH_CARE, DataClass.FINDINGS, DataClass.PLAN);
    private static final List<Class<? extends Resource>> TYPES =
            List.of(QuestionnaireResponse.class, Observation.class, Condition.class, CarePlan.class, Goal.class);

    private final Lookup lookup;
    private final Opened opened;
    private final ItemText texts;

    ChildItems(Lookup lookup, Opened opened, ItemText texts) {
        this.lookup = lookup;
        this.opened = opened;
        this.texts = texts;
    }

    /** @param adult whose file it is read from, and no other */
    List<Item> of(Seen adult, Viewer viewer) {
        List<Item> items = new ArrayList<>();
        for (Class<? extends Resource> type : TYPES) {
            lookup.current(type.getSimpleName(), adult.person().orElseThrow(), viewer).stream()
                    .filter(seen -> seen.fileId().equals(adult.fileId()) && !seen.withheld())
                    .filter(seen -> DataClass.of(seen.dataClass())
                            .filter(CLASSES::contains)
                            .isPresent())
                    .forEach(seen -> items.addAll(items(seen, opened.as(type, seen))));
        }
        return items;
    }

    private List<Item> items(Seen seen, Resource record) {
        return texts.of(record).stream()
                .map(text -> new Item(seen, text.part(), text.title(), text.words()))
                .toList();
    }
}
