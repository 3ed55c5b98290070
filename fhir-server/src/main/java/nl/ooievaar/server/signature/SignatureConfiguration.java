package nl.ooievaar.server.signature;

import java.nio.charset.StandardCharsets;
import nl.ooievaar.server.start.DataFolder;
import nl.ooievaar.server.start.Mode;
import nl.ooievaar.server.start.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Composes signatures from what is set; keys come from outside, but for the sandbox. */
@Configuration
class SignatureConfiguration {
    @Bean
    DocumentSignature documentSignature(
            @Value("${ooievaar.signature.trust:}") String trust,
            @Value("${ooievaar.signature.crl:}") String revocations,
            @Value("${ooievaar.signature.required:false}") boolean required,
            Mode mode) {
        TrustAnchors anchors = TrustAnchors.of(trust, revocations);
        if (required && anchors.isEmpty()) {
            throw new StartRefused("Set ooievaar.signature.trust: with ooievaar.signature.required, no consent could be"
                    + " given without it");
        }
        if (!mode.isSandbox() && !anchors.isEmpty() && !anchors.asksRevocation()) {
            throw new StartRefused(
                    "Set ooievaar.signature.crl: without revocation lists a key that was stolen signs for" + " years");
        }
        return new DocumentSignature(anchors);
    }

    @Bean
    NodeSeal nodeSeal(@Value("${ooievaar.seal-key:}") String set, Mode mode, DataFolder folder) {
        boolean own = set.isBlank() && mode.isSandbox();
        return NodeSeal.of(
                own
                        ? new String(
                                folder.secret(
                                        "seal.jwk", () -> NodeSeal.newKey().getBytes(StandardCharsets.UTF_8)),
                                StandardCharsets.UTF_8)
                        : set);
    }
}
