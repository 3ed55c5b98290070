package nl.ooievaar.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.birth.BirthRecording.ToldChild;
import nl.ooievaar.server.submission.Entry;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.hl7.fhir.r4.model.Patient;

/** The children in the body of {@code $birth}: each a Patient as it was sent, to be judged and kept in its own bytes. */
final class BornChildren {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PROFILE = "phb-child";

    private BornChildren() {}

    static List<ToldChild> of(OperationInput asked, byte[] body) {
        List<ToldChild> told = new ArrayList<>();
        for (OperationInput.Part one : asked.all("child")) {
            if (!(one.sent().getResource() instanceof Patient patient)) {
                throw Refusal.of(Reason.PARAMETER_VALUE, "child", "Patient, " + PROFILE)
                        .at(one.at())
                        .exception();
            }
            if (patient.getMeta().getProfile().stream()
                    .noneMatch(it -> it.getValue().equals(PhbPackage.profile(PROFILE)))) {
                throw Refusal.of(Reason.PROFILE_REQUIRED, "Patient", PROFILE)
                        .at(one.at() + ".resource.meta.profile")
                        .exception();
            }
            int place = Integer.parseInt(one.at().replaceAll("\\D", ""));
            told.add(new ToldChild(one.at() + ".resource", bytes(body, place), patient));
        }
        if (told.isEmpty()) {
            throw Refusal.of(Reason.PARAMETER_VALUE, "child", "Patient, " + PROFILE)
                    .exception();
        }
        return told;
    }

    /** To be judged as what is created. */
    static Entry entry(ToldChild told) {
        return new Entry(
                told.at(),
                Optional.empty(),
                "POST",
                "Patient",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                told.json(),
                0,
                0);
    }

    private static byte[] bytes(byte[] body, int place) {
        try {
            JsonNode sent = JSON.readTree(body).path("parameter").path(place).path("resource");
            return sent.toString().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
