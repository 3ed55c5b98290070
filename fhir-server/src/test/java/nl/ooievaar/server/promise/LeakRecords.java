package nl.ooievaar.server.promise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import nl.ooievaar.server.Referral;
import nl.ooievaar.server.identity.DemoParty;
import nl.ooievaar.subject.party.Party;

/** One record of each kind that can be kept about a woman, before the canaries are planted. */
final class LeakRecords {
    private static final List<String> VISIT = List.of(
            "case-1-findings.json",
            "case-1-plan.json",
            "case-1-feedback.json",
            "case-1-contact.json",
            "withheld-address.json",
            "referral-proposal.json");
    private static final List<String> EXAMPLES = List.of(
            "case-1-goal.json",
            "case-1-care-team.json",
            "case-1-appointment.json",
            "case-1-vulnerability.json",
            "case-1-family-profile.json");
    private static final List<String> BARE = List.of(
            "{'resourceType':'Condition','subject':{'reference':'Patient/example'},'code':{'text':'moe'}}",
            "{'resourceType':'DocumentReference','status':'current','subject':{'reference':'Patient/example'},"
                    + "'content':[{'attachment':{'contentType':'text/plain','data':'AAAA','title':'brief'}}]}",
            "{'resourceType':'Composition','status':'final','type':{'text':'verslag'},'title':'Verslag',"
                    + "'subject':{'reference':'Patient/example'},'date':'2026-11-24','author':[{'display':'wie'}]}",
            "{'resourceType':'EpisodeOfCare','status':'active','patient':{'reference':'Patient/example'}}",
            "{'resourceType':'RelatedPerson','patient':{'reference':'Patient/example'},'name':[{'family':'Bakker'}],"
                    + "'address':[{'city':'Heerlen'}],'telecom':[{'system':'phone','value':'+31600000118'}]}");

    private LeakRecords() {}

    /**
     * What is kept about this Patient but itself, its consents and its referral: what a visit leaves behind, and some of all
     * else.
     *
     * @param turn which of all else
     */
    static List<ObjectNode> about(String patient, int turn) {
        List<ObjectNode> made = new ArrayList<>();
        made.add(observation(patient, "gewicht"));
        VISIT.forEach(name -> made.add(alone(Referral.example(name), patient)));
        for (int i = 0; i < 2; i++) {
            made.add(alone(Referral.example(EXAMPLES.get((turn + i) % EXAMPLES.size())), patient));
            made.add(alone(LeakScribe.read(BARE.get((turn + i) % BARE.size()).replace('\'', '"')), patient));
        }
        return made;
    }

    static ObjectNode observation(String patient, String about) {
        return alone(
                LeakScribe.read("{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"" + about
                        + "\"},\"subject\":{\"reference\":\"Patient/example\"},\"valueString\":\"in eigen woorden\"}"),
                patient);
    }

    static ObjectNode woman(String bsn) {
        ObjectNode woman = (ObjectNode) Referral.example("woman.json");
        ((ObjectNode) woman.at("/identifier/0")).put("value", bsn);
        return woman;
    }

    /** The same, as old as she is in this state. */
    static ObjectNode woman(String bsn, LeakState state) {
        ObjectNode woman = woman(bsn);
        age(woman, state);
        return woman;
    }

    /** Her age, and whether somebody recorded that she decides alone. */
    static void age(ObjectNode woman, LeakState state) {
        state.birth().ifPresent(day -> woman.put("birthDate", day.toString()));
        if (state.decidesAlone()) {
            woman.withArray("extension")
                    .addObject()
                    .put("url", "http://ooievaar.example/fhir/StructureDefinition/phb-decides-alone")
                    .putObject("valuePeriod")
                    .put("start", LeakState.aloneFrom().toString());
        }
    }

    static ObjectNode partner(String bsn) {
        ObjectNode partner = (ObjectNode) Referral.example("partner.json");
        partner.withArray("identifier")
                .addObject()
                .put("system", "http://fhir.nl/fhir/NamingSystem/bsn")
                .put("value", bsn);
        return partner;
    }

    /** Who recorded these consents. */
    static ObjectNode provenance(Party recorder, List<String> targets) {
        ObjectNode made = (ObjectNode) LeakScribe.read("{\"resourceType\":\"Provenance\",\"meta\":{\"profile\":"
                + "[\"http://ooievaar.example/fhir/StructureDefinition/phb-consent-provenance\"]},"
                + "\"recorded\":\"2026-11-23T10:30:00+01:00\",\"agent\":[{\"who\":{\"display\":\"wie\"}}]}");
        ((ObjectNode) made.at("/agent/0/who"))
                .putObject("identifier")
                .put("system", recorder.organizationSystem())
                .put("value", recorder.organizationValue());
        targets.forEach(url -> made.withArray("target").addObject().put("reference", url));
        return made;
    }

    /** Refers to this Patient and to nothing else, which its author might not see; a name stands for who wrote it. */
    private static ObjectNode alone(JsonNode example, String patient) {
        List.of("basedOn", "supportingInfo", "goal", "team", "referralRequest").forEach(((ObjectNode) example)::remove);
        point(example, patient);
        if (example.path("resourceType").asText().equals("Communication")) {
            // Told back to who signalled.
            ((ObjectNode) example.at("/recipient/0"))
                    .putObject("identifier")
                    .put("system", "http://ooievaar.example/fhir/NamingSystem/service")
                    .put("value", DemoParty.MIDWIFE.party().service());
        }
        return (ObjectNode) example;
    }

    private static void point(JsonNode at, String patient) {
        if (at.path("reference").isTextual()) {
            ObjectNode reference = (ObjectNode) at;
            String to = reference.get("reference").asText();
            if (to.equals("Patient/example")) {
                reference.put("reference", patient);
            } else {
                reference.remove("reference");
                reference.put("display", "iemand");
            }
        }
        if (at instanceof ArrayNode || at instanceof ObjectNode) {
            at.forEach(child -> point(child, patient));
        }
    }
}
