package nl.ooievaar.mappings.birthcare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The value of a field, between its source and its target. */
sealed interface Value {

    /** As value[x] of an Observation or one of its components. */
    void putInto(ObjectNode holder);

    /** As a record of birth care writes it. */
    Written written();

    /** A field in its normal form: a code without its place in a list, a unit as UCUM writes it. */
    record Written(String value, String code, String system, String unit, String root) {
        private static Written of(String value) {
            return new Written(value, "", "", "", "");
        }
    }

    record Text(String text) implements Value {
        @Override
        public void putInto(ObjectNode holder) {
            holder.put("valueString", text);
        }

        @Override
        public Written written() {
            return Written.of(text);
        }
    }

    record Whole(long number) implements Value {
        @Override
        public void putInto(ObjectNode holder) {
            holder.put("valueInteger", number);
        }

        @Override
        public Written written() {
            return Written.of(Long.toString(number));
        }
    }

    record Truth(boolean is) implements Value {
        @Override
        public void putInto(ObjectNode holder) {
            holder.put("valueBoolean", is);
        }

        @Override
        public Written written() {
            return Written.of(Boolean.toString(is));
        }
    }

    /** @param unit of UCUM */
    record Amount(BigDecimal number, String unit) implements Value {
        @Override
        public void putInto(ObjectNode holder) {
            ObjectNode made = holder.putObject("valueQuantity").put("value", number);
            if (!unit.equals("1")) {
                made.put("unit", unit);
            }
            made.put("system", "http://unitsofmeasure.org").put("code", unit);
        }

        @Override
        public Written written() {
            return new Written(number.toPlainString(), "", "", unit.equals("1") ? "" : unit, "");
        }
    }

    /** @param text YYYY, YYYY-MM or YYYY-MM-DD: never more than the source told */
    record Day(String text) implements Value {
        @Override
        public void putInto(ObjectNode holder) {
            holder.put("valueDateTime", text);
        }

        @Override
        public Written written() {
            return Written.of(text);
        }
    }

    /** @param text a day as above, or with a time and its zone */
    record Moment(String text) implements Value {
        static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
        private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

        @Override
        public void putInto(ObjectNode holder) {
            holder.put("valueDateTime", text);
        }

        /** A moment with its zone is written as the clock of the Netherlands showed it, in whole seconds. */
        @Override
        public Written written() {
            return Written.of(
                    text.contains("T")
                            ? SECONDS.format(OffsetDateTime.parse(text).atZoneSameInstant(ZONE))
                            : text);
        }
    }

    /** @param system an address; {@code urn:oid:} and the OID where none is known */
    record Code(String system, String code, Optional<String> display, Optional<String> original) implements Value {
        @Override
        public void putInto(ObjectNode holder) {
            holder.set("valueCodeableConcept", Json.codeable(this));
        }

        @Override
        public Written written() {
            return new Written("", code, Systems.oid(system), "", "");
        }
    }

    /** @param system an address; {@code urn:oid:} and the OID where none is known */
    record Id(String system, String value) implements Value {
        @Override
        public void putInto(ObjectNode holder) {
            holder.put("valueString", value);
        }

        @Override
        public Written written() {
            return new Written(value, "", "", "", Systems.oid(system));
        }
    }
}
