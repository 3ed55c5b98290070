package nl.ooievaar.server.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** The certificate and key with which this node shows who it is. */
final class NodeIdentity {
    private NodeIdentity() {}

    static KeyManager[] of(TlsSettings settings) throws IOException, GeneralSecurityException {
        char[] password = settings.password().toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        if (settings.isPkcs12()) {
            try (InputStream in = Files.newInputStream(settings.certificate().orElseThrow())) {
                store.load(in, password);
            }
        } else {
            List<X509Certificate> chain =
                    Pem.certificates(settings.certificate().orElseThrow());
            store.load(null, null);
            store.setKeyEntry(
                    "node",
                    Pem.privateKey(settings.key().orElseThrow()),
                    password,
                    chain.toArray(X509Certificate[]::new));
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, password);
        return managers.getKeyManagers();
    }
}
