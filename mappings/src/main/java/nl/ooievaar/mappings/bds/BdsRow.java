package nl.ooievaar.mappings.bds;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One element of the BDS JGZ with its value.
 *
 * @param contact which contact of the dossier it was recorded in, from 0; empty for what belongs to the person
 */
public record BdsRow(
        String rubric, Optional<String> group, int element, String name, Value value, OptionalInt contact) {

    /** What an element holds, by its type in the BDS. */
    public sealed interface Value {}

    /** @param system as OID */
    public record Coded(String code, String system, String display) implements Value {}

    public record Text(String text) implements Value {}

    /** @param value as in FHIR: a year, a month or a day */
    public record Day(String value) implements Value {}

    public record Count(int value) implements Value {}

    /** @param unit in UCUM */
    public record Measure(String value, String unit) implements Value {}

    /** @param root the OID of the system */
    public record Id(String extension, String root) implements Value {}
}
