package nl.ooievaar.mappings.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import nl.ooievaar.mappings.birthcare.BirthCareNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Nobody vouches for what comes in: whatever it is, it is read in bounded time or refused with what is wrong with it. */
class HostileInputTest {
    static final List<String> OWN = Samples.OWN;
    private static final int DEPTH = Integer.getInteger("depth", 1);

    private static Unreadable.Reason reason(byte[] bytes) {
        return assertTimeout(
                Duration.ofSeconds(10), () -> assertThrows(Unreadable.class, () -> Facts.READERS.read(bytes))
                        .reason());
    }

    private static Unreadable.Reason reason(String text) {
        return reason(text.getBytes(UTF_8));
    }

    private static String own(String name) {
        return new String(Samples.own(name), UTF_8);
    }

    @ParameterizedTest
    @FieldSource("OWN")
    void a_document_type_is_not_read_in_any_form(String name) {
        if (name.endsWith(".json")) {
            assertEquals(Unreadable.Reason.NOT_JSON, reason("{\"resourceType\":\"Bundle\",<!DOCTYPE x>}"));
            return;
        }
        String plain = own(name).replaceFirst("<\\?xml.*\\?>", "");
        assertEquals(Unreadable.Reason.DOCUMENT_TYPE, reason("<!DOCTYPE x SYSTEM \"file:///etc/passwd\">" + plain));
        String bomb = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>";
        assertEquals(
                Unreadable.Reason.DOCUMENT_TYPE,
                reason(bomb + plain.replaceFirst("value=\"[^\"]*\"", "value=\"&c;\"")));
    }

    @ParameterizedTest
    @FieldSource("OWN")
    void half_a_record_is_none(String name) {
        byte[] whole = Samples.own(name);
        Unreadable.Reason expected = name.endsWith(".json") ? Unreadable.Reason.NOT_JSON : Unreadable.Reason.NOT_XML;
        assertEquals(expected, reason(Arrays.copyOf(whole, whole.length / 2)));
    }

    @ParameterizedTest
    @FieldSource("OWN")
    void what_is_no_text_is_no_record(String name) {
        byte[] bytes = Samples.own(name);
        bytes[own(name).indexOf("9999")] = (byte) 0xff;
        Unreadable.Reason expected = name.endsWith(".json") ? Unreadable.Reason.NOT_JSON : Unreadable.Reason.NOT_XML;
        assertEquals(expected, reason(bytes));
    }

    @ParameterizedTest
    @CsvSource({"ISO-8859-1", "windows-1252", "UTF-16"})
    void a_record_in_the_encoding_that_it_declares_is_read(String encoding) throws IOException {
        String said = own("kernset.ada.xml").replace("UTF-8", encoding).replace("9999 AB", "Zoë");
        List<Leaf> leaves = Facts.READERS.read(said.getBytes(encoding)).leaves();
        assertTrue(leaves.stream().anyMatch(leaf -> leaf.value().equals(Optional.of("Zoë"))));
    }

    @ParameterizedTest
    @FieldSource("OWN")
    void no_more_is_read_than_the_limits_allow(String name) {
        byte[] bytes = Samples.own(name);
        assertEquals(Unreadable.Reason.TOO_LARGE, limited(bytes, new Limits(bytes.length - 1, 40, 20_000)));
        assertEquals(Unreadable.Reason.TOO_DEEP, limited(bytes, new Limits(bytes.length, 2, 20_000)));
        assertEquals(Unreadable.Reason.TOO_MANY, limited(bytes, new Limits(bytes.length, 40, 5)));
    }

    private static Unreadable.Reason limited(byte[] bytes, Limits limits) {
        Readers readers = new Readers(limits, new BirthCareNames());
        return assertThrows(Unreadable.class, () -> readers.read(bytes)).reason();
    }

    @Test
    void a_tower_of_elements_is_refused_before_it_is_climbed() {
        int high = 200_000;
        for (String root : List.of(
                "<kernset_geboortezorg>",
                "<REPC_IN004014NL xmlns=\"urn:hl7-org:v3\">",
                "<Bundle xmlns=\"http://hl7.org/fhir\">")) {
            assertEquals(Unreadable.Reason.TOO_DEEP, reason(root + "<a>".repeat(high)));
        }
        assertEquals(
                Unreadable.Reason.TOO_DEEP, reason("{\"resourceType\":\"Bundle\"" + ",\"a\":{\"b\":1".repeat(high)));
        assertEquals(Unreadable.Reason.UNKNOWN_FORM, reason("[".repeat(high)));
    }

    @Test
    void a_flood_of_elements_is_refused() {
        String flood = "<a/>".repeat(1_000_000);
        for (String root :
                List.of("<REPC_IN004014NL xmlns=\"urn:hl7-org:v3\">", "<Bundle xmlns=\"http://hl7.org/fhir\">")) {
            assertEquals(Unreadable.Reason.TOO_MANY, reason(root + flood));
        }
        assertEquals(
                Unreadable.Reason.TOO_MANY, reason("{\"resourceType\":\"Bundle\",\"a\":[" + "1,".repeat(1_000_000)));
    }

    @Test
    void a_name_twice_in_one_object_is_no_json() {
        String twice =
                own("card.fhir-stu3.json").replaceFirst("\"type\": \"collection\"", "\"type\":\"a\",\"type\":\"b\"");
        assertEquals(Unreadable.Reason.NOT_JSON, reason(twice));
        assertEquals(Unreadable.Reason.NOT_JSON, reason(own("card.fhir-stu3.json") + "{}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html/>",
                "<REPC_IN902120NL04 xmlns='urn:hl7-org:v3'/>",
                "<Patient xmlns='http://hl7.org/fhir'><id value='x'/></Patient>",
                "<kernset_van_iets_anders><a value='1'/></kernset_van_iets_anders>",
                "{\"resourceType\":\"Patient\"}",
                "{}",
                "[1]",
                "<adaxml><meta/><data/></adaxml>"
            })
    void what_has_no_form_that_is_known_is_said_to_have_none(String text) {
        assertEquals(Unreadable.Reason.UNKNOWN_FORM, reason(text));
    }

    @ParameterizedTest
    @CsvSource({
        "kernset.ada.xml, 90.77.2.6., 90.77.2.13.",
        "card.ada.xml, 90.77.2.12., 90.77.2.99.",
        "kernset.hl7v3.xml, 90.76\", 90.77\"",
        "handover.hl7v3.xml, 90.63\", 90.64\"",
        "neonatology.cda.xml, 90.901181, 90.901999",
        "kernset.ada-lite.xml, kernset_geboortezorg, kernset_van_later",
        "card.fhir-stu3.xml, /bc-, /nl-core-",
        "card.fhir-stu3.json, /bc-, /nl-core-"
    })
    void another_version_of_the_dataset_is_named_as_such(String name, String known, String other) {
        assertEquals(Unreadable.Reason.UNKNOWN_DATASET, reason(own(name).replace(known, other)));
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "hallo", "<", "{", "<?xml version='1.0' encoding='klingon'?><a/>"})
    void what_is_neither_xml_nor_json_is_said_to_be_neither(String text) {
        assertTrue(
                List.of(Unreadable.Reason.NOT_XML, Unreadable.Reason.NOT_JSON).contains(reason(text)));
    }

    @Test
    void a_refusal_never_quotes_what_it_refuses() {
        String broken = own("kernset.ada.xml").replace("999900006\"", "999900006<");
        Unreadable refused = assertThrows(Unreadable.class, () -> Facts.READERS.read(broken.getBytes(UTF_8)));
        for (Locale language : List.of(Locale.forLanguageTag("nl"), Locale.ENGLISH)) {
            assertFalse((refused.text(language) + refused.getMessage()).contains("999900006"));
        }
        assertEquals(null, refused.getCause());
        assertTrue(refused.line() > 1);
    }

    @ParameterizedTest
    @FieldSource("OWN")
    void however_a_record_is_broken_it_is_read_or_refused(String name) {
        byte[] whole = Samples.own(name);
        long seed = 20_260_901L + name.hashCode();
        Random random = new Random(seed);
        for (int i = 0; i < 300 * DEPTH; i++) {
            byte[] broken = broken(whole, random);
            try {
                assertTrue(Facts.READERS.read(broken).leaves().size() <= Limits.USUAL.leaves());
            } catch (Unreadable refused) {
                assertFalse(refused.text(Locale.ENGLISH).isEmpty());
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + " round " + i, e);
            }
        }
    }

    private static byte[] broken(byte[] whole, Random random) {
        byte[] broken = whole.clone();
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            int at = random.nextInt(broken.length - 1);
            int length = Math.min(random.nextInt(60), broken.length - at - 1);
            switch (random.nextInt(5)) {
                case 0 -> broken[at] = (byte) random.nextInt(256);
                case 1 -> broken[at] = (byte) "<>\"&'/={}[]:, 0".charAt(random.nextInt(15));
                case 2 ->
                    broken = joined(Arrays.copyOf(broken, at), Arrays.copyOfRange(broken, at + length, broken.length));
                case 3 ->
                    broken = joined(Arrays.copyOf(broken, at + length), Arrays.copyOfRange(broken, at, broken.length));
                default -> {
                    int from = random.nextInt(broken.length - length);
                    System.arraycopy(whole, Math.min(from, whole.length - length - 1), broken, at, length);
                }
            }
            if (broken.length < 2) {
                return whole;
            }
        }
        return broken;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }
}
