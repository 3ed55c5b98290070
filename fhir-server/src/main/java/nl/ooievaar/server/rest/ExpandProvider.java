package nl.ooievaar.server.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.profiles.PhbTerminology;
import nl.ooievaar.profiles.PhbTerminology.Concept;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.ValueSet;
import org.springframework.stereotype.Component;

/**
 * Writes out the value sets of the package, in Dutch or English (FHIR R4 terminology service). It knows the package and
 * nothing else; it speaks of nobody, so nothing of it is audited.
 */
@Component
public class ExpandProvider {
    private final TerminologyQuestions questions;
    private final PhbTerminology terminology;
    private final Clock clock;

    ExpandProvider(TerminologyQuestions questions, PhbTerminology terminology, Clock clock) {
        this.questions = questions;
        this.terminology = terminology;
        this.clock = clock;
    }

    /** The codes of a value set in the order of its definition, all or a page of them. */
    @Operation(name = "$expand", idempotent = true, manualRequest = true, type = ValueSet.class)
    public ValueSet expand(@IdParam(optional = true) IdType id, RequestDetails details) {
        TerminologyQuestion asked = questions.of(details, "phb-expand");
        ValueSet set = asked.valueSet(id);
        Locale locale = asked.language();
        Optional<String> filter = asked.input().text("filter").map(text -> text.toLowerCase(Locale.ROOT));
        List<Concept> fitting = terminology.expand(set).stream()
                .filter(one -> filter.isEmpty() || one.mentions(filter.get()))
                .toList();
        ValueSet answer = new ValueSet();
        answer.setId(set.getIdElement().getIdPart());
        answer.setUrl(set.getUrl())
                .setVersion(set.getVersion())
                .setName(set.getName())
                .setTitle(set.getTitle())
                .setStatus(set.getStatus());
        int offset = asked.input().number("offset").orElse(0);
        ValueSet.ValueSetExpansionComponent expansion = answer.getExpansion();
        expansion
                .setIdentifier("urn:uuid:"
                        + UUID.nameUUIDFromBytes(
                                TerminologyQuestion.canonical(set).getBytes(StandardCharsets.UTF_8)))
                .setTimestamp(Date.from(clock.instant()))
                .setTotal(fitting.size())
                .setOffset(offset);
        expansion.addParameter().setName("displayLanguage").setValue(new CodeType(locale.getLanguage()));
        fitting.stream()
                .skip(offset)
                .limit(asked.input().number("count").orElse(Integer.MAX_VALUE))
                .forEach(one -> expansion.addContains(
                        contained(one, locale, asked.input().flag("includeDesignations"))));
        return answer;
    }

    private static ValueSet.ValueSetExpansionContainsComponent contained(Concept one, Locale locale, boolean all) {
        ValueSet.ValueSetExpansionContainsComponent contained = new ValueSet.ValueSetExpansionContainsComponent()
                .setSystem(one.system().getUrl())
                .setVersion(one.system().getVersion())
                .setCode(one.definition().getCode())
                .setDisplay(one.display(locale));
        if (all) {
            one.definition().getDesignation().forEach(name -> contained
                    .addDesignation()
                    .setLanguage(name.getLanguage())
                    .setValue(name.getValue()));
        }
        return contained;
    }
}
