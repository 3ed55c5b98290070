package nl.ooievaar.mappings.birthcare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.ooievaar.mappings.account.Account;
import nl.ooievaar.mappings.account.Line;
import nl.ooievaar.mappings.account.Why;
import nl.ooievaar.mappings.source.Dataset;
import nl.ooievaar.mappings.source.Element;
import nl.ooievaar.mappings.source.Group;
import nl.ooievaar.mappings.source.Leaf;
import nl.ooievaar.mappings.source.SourceRecord;

/**
 * A record of birth care as resources of R4: the woman, her pregnancy, what it tells of her situation, and the risk factors of the
 * guideline that it names (PHB guideline, 5.2.1). What is not known stays so, and nothing is added. Thread safe.
 */
public final class FromBirthCare {
    /** The numbering of what was made: record, fact, and where in the record it stood. */
    public static final String IDENTIFIER = "http://ooievaar.example/fhir/NamingSystem/birth-care-fact";

    private static final String BASE = "http://ooievaar.example/fhir/";
    private static final int PATIENT = 675;

    private final Declarations declared = Declarations.all();

    /** The forms that leave numbers out are read by the names of the declared fields. */
    public static Mapped map(SourceRecord source) {
        return new FromBirthCare().new Run(source).mapped();
    }

    /** A field that was read, before it has its place. */
    private record Told(int at, Leaf leaf, Field field, Form.Read read) {}

    private final class Run {
        private final SourceRecord source;
        private final Places places;
        private final Optional<Group> woman;
        private final Map<String, Instance> instances = new LinkedHashMap<>();
        private final Map<String, Told> dates = new HashMap<>();
        private final Map<String, Mapped.Made> factors = new LinkedHashMap<>();
        /** One for each leaf, in their order. */
        private final Line[] lines;

        Run(SourceRecord source) {
            this.source = source;
            this.places = new Places(source);
            this.lines = new Line[source.leaves().size()];
            this.woman = woman();
        }

        /** Of several people in a record of 3.2, the one to whom the part about the woman points. */
        private Optional<Group> woman() {
            String id = source.leaves().stream()
                    .filter(leaf -> leaf.pointer()
                            && leaf.name().equals("patient")
                            && leaf.group().within("vrouw"))
                    .map(leaf -> leaf.value().orElse(""))
                    .findFirst()
                    .orElse("");
            List<Group> patients = source.leaves().stream()
                    .flatMap(leaf -> leaf.group().around(PATIENT).stream())
                    .filter(group -> !group.within("kind"))
                    .distinct()
                    .toList();
            return patients.size() == 1
                    ? Optional.of(patients.get(0))
                    : patients.stream().filter(group -> group.id().equals(id)).findFirst();
        }

        Mapped mapped() {
            List<Told> told = new ArrayList<>();
            for (int i = 0; i < source.leaves().size(); i++) {
                read(i, source.leaves().get(i)).ifPresent(told::add);
            }
            told.stream()
                    .filter(one -> one.field().fact().resource().equals("-"))
                    .forEach(this::date);
            told.stream()
                    .filter(one -> !one.field().fact().resource().equals("-"))
                    .sorted(Comparator.comparingInt(one -> one.field().order()))
                    .forEach(this::put);
            dateThem();
            String record = record();
            List<Mapped.Made> made = new ArrayList<>();
            if (!instances.containsKey("woman ")) {
                instances.clear();
                for (int i = 0; i < lines.length; i++) {
                    if (lines[i].target().isPresent()) {
                        lines[i] = Line.notMapped(lines[i].place(), lines[i].element(), Why.NO_SUBJECT);
                    }
                }
            }
            instances.values().forEach(one -> finish(one, record, made));
            made.addAll(factors.values());
            Account account = new Account();
            Stream.of(lines).forEach(account::add);
            if (!made.isEmpty()) {
                made.add(RecordReference.of(source, record, account));
            }
            return new Mapped(source, record, made, account);
        }

        private Optional<Told> read(int at, Leaf leaf) {
            Optional<String> number = leaf.element().map(it -> it.dataset().code() + " " + it.number());
            Optional<Why> left = left(leaf);
            if (left.isPresent()) {
                lines[at] = Line.notMapped(leaf.place(), number, left.get());
                return Optional.empty();
            }
            Field field = declared.of(leaf.element().orElseThrow()).orElseThrow();
            Form.Read read = field.form().read(leaf);
            if (read.value().isEmpty()) {
                lines[at] = Line.rejected(leaf.place(), number, read.why().orElseThrow());
                return Optional.empty();
            }
            return Optional.of(new Told(at, leaf, field, read));
        }

        private Optional<Why> left(Leaf leaf) {
            if (leaf.pointer()) {
                return Optional.of(Why.POINTER);
            }
            if (leaf.element().isEmpty()) {
                Why part = declared.why(source.dataset(), leaf);
                return Optional.of(part == Why.UNDECLARED ? Why.NO_NUMBER : part);
            }
            Element element = leaf.element().get();
            Optional<Field> field = declared.of(element);
            if (field.isEmpty() || other(leaf, field.get())) {
                return Optional.of(
                        element.dataset() == source.dataset() || element.dataset() == Dataset.SHARED
                                ? declared.why(source.dataset(), leaf)
                                : Why.OTHER_DATASET);
            }
            boolean about = field.get().fact().name().equals("woman");
            if (source.transaction().equals("prio1_vorig") && !about) {
                return Optional.of(Why.EARLIER_PREGNANCY);
            }
            return leaf.value().filter(it -> !it.isBlank()).isEmpty()
                            && leaf.code().isEmpty()
                    ? Optional.of(Why.EMPTY)
                    : Optional.empty();
        }

        /** A field of a person that is not the woman. */
        private boolean other(Leaf leaf, Field field) {
            if (!field.fact().name().equals("woman")) {
                return false;
            }
            // In 3.2 everybody stands among the patients; elsewhere names of others have the numbers of hers.
            Optional<Group> person = leaf.group().around(PATIENT);
            return source.dataset() == Dataset.PWD_3
                    ? person.isPresent() && !person.equals(woman)
                    : !leaf.group().within("vrouw");
        }

        private void put(Told told) {
            Fact fact = told.field().fact();
            String place = places.of(fact, told.leaf().group());
            Instance instance = instances.computeIfAbsent(
                    fact.name() + " " + place, key -> new Instance(fact, place, source.dataset()));
            int repeat = repeat(told);
            Optional<Why> not = instance.first(told.field().part(), repeat)
                    ? Shape.of(fact)
                            .put(
                                    instance.resource,
                                    told.field(),
                                    source.dataset(),
                                    repeat,
                                    told.read().value().orElseThrow())
                    : Optional.of(Why.SECOND_VALUE);
            told.leaf().element().ifPresent(instance.elements::add);
            String target =
                    fact.resource() + " " + fact.name() + "." + told.field().part();
            lines[told.at()] = line(told, target, not);
        }

        private static Line line(Told told, String target, Optional<Why> not) {
            Optional<String> number =
                    told.leaf().element().map(it -> it.dataset().code() + " " + it.number());
            if (not.isPresent()) {
                return Line.notMapped(told.leaf().place(), number, not.get());
            }
            return told.read()
                    .why()
                    .map(lost -> Line.lossy(told.leaf().place(), number, target, lost))
                    .orElseGet(() -> Line.mapped(told.leaf().place(), number, target));
        }

        /** Which of several parts of the same name it stands in, where the resource repeats. */
        private int repeat(Told told) {
            return told.field().fact().name().equals("woman")
                    ? Repeats.of(told.leaf().group())
                    : 0;
        }

        private void date(Told one) {
            String place = places.of(one.field().fact(), one.leaf().group());
            if (dates.putIfAbsent(place, one) != null) {
                lines[one.at()] = line(one, "", Optional.of(Why.SECOND_VALUE));
            }
        }

        /** What was found at a check-up was found on its day. */
        private void dateThem() {
            dates.forEach((place, date) -> {
                int used = 0;
                for (Instance one : instances.values()) {
                    boolean there = one.place.equals(place) && !one.resource.has("effectiveDateTime");
                    if (there && one.fact.resource().equals("Observation")) {
                        Field effective = date.field();
                        ObservationShape.ONLY.put(
                                one.resource,
                                effective,
                                source.dataset(),
                                0,
                                date.read().value().orElseThrow());
                        date.leaf().element().ifPresent(one.elements::add);
                        used++;
                    }
                }
                Optional<Why> not = used == 0 ? Optional.of(Why.UNDECLARED) : Optional.empty();
                lines[date.at()] = line(date, "Observation check-up.effective", not);
            });
        }

        /** By its number in the system that keeps it; without one, by its bytes. */
        private String record() {
            for (String fact : List.of("record", "pregnancy")) {
                Instance known = instances.get(fact + " ");
                if (known != null && known.resource.has("identifier")) {
                    String id = known.resource.at("/identifier/0/system").asText() + "|"
                            + known.resource.at("/identifier/0/value").asText();
                    return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8))
                            .toString();
                }
            }
            return source.sha256().substring(0, 32);
        }

        private void finish(Instance one, String record, List<Mapped.Made> made) {
            Shape.of(one.fact).end(one.resource);
            boolean told = one.fact.resource().equals("Patient")
                    || Json.value(one.resource).isPresent();
            if (!one.fact.profile().isEmpty() && told && !one.resource.has("dataAbsentReason")) {
                one.resource
                        .withObject("/meta")
                        .putArray("profile")
                        .add(BASE + "StructureDefinition/" + one.fact.profile());
            }
            String identifier = record + "/" + one.fact.name() + (one.place.isEmpty() ? "" : "/" + one.place);
            identified(one.resource, identifier);
            made.add(new Mapped.Made(one.fact.name(), identifier, one.resource, List.copyOf(one.elements)));
            // Told at every check-up it is one factor still, as it was told last.
            Factors.of(one, source.dataset(), record).ifPresent(factor -> factors.put(factor.identifier(), factor));
        }

        private void identified(ObjectNode resource, String identifier) {
            resource.withArray("identifier")
                    .addObject()
                    .put("use", "temp")
                    .put("system", IDENTIFIER)
                    .put("value", identifier);
        }
    }
}
