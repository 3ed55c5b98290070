package nl.ooievaar.server.signature;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys of this node's seal, for anybody who got a sealed document. */
@RestController
class SealKeys {
    private final NodeSeal seal;

    SealKeys(NodeSeal seal) {
        this.seal = seal;
    }

    @GetMapping("/.well-known/seal-keys")
    Map<String, Object> keys() {
        return seal.published();
    }
}
