package nl.ooievaar.server.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import nl.ooievaar.mappings.account.Account;
import nl.ooievaar.mappings.bds.BdsExport;
import nl.ooievaar.mappings.bds.BdsJson;
import nl.ooievaar.mappings.bds.JgzMessage;
import nl.ooievaar.mappings.dossier.Declaration;
import nl.ooievaar.mappings.dossier.DossierWriter;
import nl.ooievaar.subject.party.Party;

/** A form in which a dossier leaves. */
public sealed interface DossierForm {

    /**
     * What came of it.
     *
     * @param bytes empty where the form has nothing to hold
     * @param account of the values of the dossier, where the form takes less than all
     */
    record Made(Optional<byte[]> bytes, Optional<Account> account) {}

    Made of(ObjectNode dossier);

    String contentType();

    private static DossierWriter writer() {
        return new DossierWriter(Declaration.table());
    }

    record Json() implements DossierForm {
        @Override
        public Made of(ObjectNode dossier) {
            return new Made(Optional.of(writer().json(dossier)), Optional.empty());
        }

        @Override
        public String contentType() {
            return "application/json";
        }
    }

    record Xml() implements DossierForm {
        @Override
        public Made of(ObjectNode dossier) {
            return new Made(Optional.of(writer().xml(dossier)), Optional.empty());
        }

        @Override
        public String contentType() {
            return "application/xml";
        }
    }

    /** What was handed over to a child: a title and words each. */
    record Items() implements DossierForm {
        @Override
        public Made of(ObjectNode items) {
            return new Made(Optional.of(items.toString().getBytes(StandardCharsets.UTF_8)), Optional.empty());
        }

        @Override
        public String contentType() {
            return "application/json";
        }
    }

    /** Elements of the BDS JGZ and their answers. */
    record Bds() implements DossierForm {
        @Override
        public Made of(ObjectNode dossier) {
            BdsExport export = BdsExport.of(dossier);
            return new Made(Optional.of(BdsJson.of(export.rows())), Optional.of(export.account()));
        }

        @Override
        public String contentType() {
            return "application/json";
        }
    }

    /**
     * The message of the JGZ, HL7 version 3.
     *
     * @param application of the sender, and of the receiver, as registered for exchange
     * @param sender a service with a URA
     * @param request from which the message has its number
     */
    record Message(String application, String receiver, Party sender, UUID request, Instant moment)
            implements DossierForm {
        /** The register of care providers. */
        public static final String URA = "http://fhir.nl/fhir/NamingSystem/ura";

        private static final String OWN = "2.16.528.1.1007.3.3.";
        private static final String APPLICATIONS = "2.16.840.1.113883.2.4.6.6";
        private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");

        @Override
        public Made of(ObjectNode dossier) {
            BdsExport export = BdsExport.of(dossier);
            String ura = sender.organizationValue();
            JgzMessage message = new JgzMessage(
                    new JgzMessage.Id(request.toString(), OWN + ura + ".1"),
                    LocalDateTime.ofInstant(moment, NETHERLANDS),
                    new JgzMessage.Id(request.toString(), OWN + ura + ".2"),
                    application,
                    receiver,
                    new JgzMessage.Id(application, APPLICATIONS),
                    ura,
                    sender.service());
            return new Made(message.of(export), Optional.of(export.account()));
        }

        @Override
        public String contentType() {
            return "application/xml";
        }
    }
}
