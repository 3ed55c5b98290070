package nl.ooievaar.subject.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PartyTest {

    private final Party desk = new Party("http://fhir.nl/fhir/NamingSystem/ura", "90000201", "90000201-phb");
    private final Party safeHome =
            new Party("http://fhir.nl/fhir/NamingSystem/ura", "90000201", "90000201-veilig-thuis");
    private final Party municipality = new Party("http://fhir.nl/fhir/NamingSystem/kvk", "90000401", "90000401-beleid");

    @Test
    void two_services_under_one_roof_are_two_parties() {
        assertNotEquals(desk, safeHome);
        assertTrue(desk.sharesOrganizationWith(safeHome));
        assertFalse(desk.sharesOrganizationWith(municipality));
    }

    @Test
    void only_care_providers_use_the_citizen_service_number_and_search_persons() {
        assertTrue(desk.mayUseBsn() && desk.maySearchPersons());
        assertFalse(municipality.mayUseBsn() || municipality.maySearchPersons());
    }

    @Test
    void an_unknown_register_gives_the_smaller_set_of_rights() {
        assertEquals(PartyKind.OTHER, new Party("http://elsewhere.example/numbers", "1", "desk").kind());
    }

    @Test
    void a_party_without_service_does_not_exist() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Party("http://fhir.nl/fhir/NamingSystem/ura", "90000201", " "));
    }
}
