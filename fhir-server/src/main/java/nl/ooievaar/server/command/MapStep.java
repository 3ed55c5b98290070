package nl.ooievaar.server.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.ooievaar.mappings.account.Account;
import nl.ooievaar.mappings.bds.BdsExport;
import nl.ooievaar.mappings.bds.BdsJson;
import nl.ooievaar.mappings.birthcare.BirthCareNames;
import nl.ooievaar.mappings.birthcare.FromBirthCare;
import nl.ooievaar.mappings.birthcare.Transaction;
import nl.ooievaar.mappings.dossier.Declaration;
import nl.ooievaar.mappings.dossier.DossierReader;
import nl.ooievaar.mappings.dossier.DossierWriter;
import nl.ooievaar.mappings.dossier.FromDossier;
import nl.ooievaar.mappings.dossier.Mapped;
import nl.ooievaar.mappings.dossier.ToDossier;
import nl.ooievaar.mappings.source.Limits;
import nl.ooievaar.mappings.source.Readers;
import nl.ooievaar.mappings.source.Unreadable;

/** What the command {@code map} makes of one file. */
@FunctionalInterface
interface MapStep {
    JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /**
     * One thing that a file became.
     *
     * @param ending of the name of the file that is written
     * @param bytes empty where nothing is left to say
     */
    record Made(String ending, Optional<byte[]> bytes, String accountEnding, Account account) {
        private static List<Made> only(String ending, byte[] bytes, Account account) {
            return List.of(new Made(ending, Optional.of(bytes), ".account.json", account));
        }
    }

    /** @throws Unreadable when it is not what it should be */
    List<Made> of(byte[] bytes) throws IOException;

    /**
     * @param now the moment of the run
     * @param language of what a reader gets to see
     */
    static Optional<MapStep> named(String name, Instant now, Locale language) {
        return switch (name) {
            case "from-birth-care" -> Optional.of(bytes -> fromBirthCare(bytes, now));
            case "to-birth-care" -> Optional.of(new ToBirthCareStep(now, language));
            case "to-parent-dossier" -> Optional.of(MapStep::toParentDossier);
            case "from-parent-dossier" -> Optional.of(MapStep::fromParentDossier);
            case "to-bds" -> Optional.of(MapStep::toBds);
            default -> Optional.empty();
        };
    }

    private static List<Made> fromBirthCare(byte[] bytes, Instant now) throws IOException {
        var mapped = FromBirthCare.map(new Readers(Limits.USUAL, new BirthCareNames()).read(bytes));
        return Made.only(".bundle.json", pretty(Transaction.of(mapped, now)), mapped.account());
    }

    private static List<Made> toParentDossier(byte[] bytes) throws IOException {
        Mapped mapped = new ToDossier(Declaration.table()).map(fhir(bytes));
        return Made.only(
                ".dossier.json", new DossierWriter(Declaration.table()).json(mapped.result()), mapped.account());
    }

    private static List<Made> fromParentDossier(byte[] bytes) throws IOException {
        Mapped mapped = new FromDossier(Declaration.table()).map(new DossierReader(Limits.USUAL).read(bytes));
        return Made.only(".bundle.json", pretty(mapped.result()), mapped.account());
    }

    private static List<Made> toBds(byte[] bytes) throws IOException {
        JsonNode source = json(bytes);
        JsonNode dossier = source.has("resourceType")
                ? new ToDossier(Declaration.table()).map(source).result()
                : source;
        BdsExport export = BdsExport.of(dossier);
        return Made.only(".bds.json", BdsJson.of(export.rows()), export.account());
    }

    static JsonNode fhir(byte[] bytes) throws IOException {
        JsonNode source = json(bytes);
        if (!source.has("resourceType")) {
            throw new Unreadable(Unreadable.Reason.NOT_JSON, 0, 0, 0);
        }
        return source;
    }

    private static JsonNode json(byte[] bytes) throws IOException {
        if (bytes.length > Limits.USUAL.bytes()) {
            throw new Unreadable(Unreadable.Reason.TOO_LARGE, 0, 0, Limits.USUAL.bytes());
        }
        try {
            JsonNode source = JSON.readTree(bytes);
            if (!source.isObject()) {
                throw new Unreadable(Unreadable.Reason.NOT_JSON, 0, 0, 0);
            }
            return source;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            throw new Unreadable(Unreadable.Reason.NOT_JSON, line, column, 0);
        }
    }

    static byte[] pretty(JsonNode made) throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(made);
    }
}
