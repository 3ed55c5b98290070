package nl.ooievaar.server.tls;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.ooievaar.server.command.SandboxCa;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate counts while its issuer is trusted, it holds, and no list revokes it. */
class CertificateTrustTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Optional<UziNumber> UZI =
            UziNumber.parse("2.16.528.1.1007.99.2110-1-900025039-S-90000382-00.000-00000000");

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private final Clock clock = new Clock() {
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        public Clock withZone(ZoneId zone) {
            return this;
        }

        public Instant instant() {
            return now;
        }
    };
    private final SandboxCa authority = SandboxCa.make(now);
    private final X509Certificate client = authority.client("client", UZI).certificate();

    @BeforeEach
    void files() throws IOException {
        write("ca.pem", authority.certificate());
        write("ca.crl", authority.revocations(List.of()));
    }

    @Test
    void a_certificate_of_a_trusted_issuer_is_accepted_and_names_its_organisation() throws Exception {
        assertDoesNotThrow(() -> trust().verify(chain(client)));
        assertEquals("90000382", UziNumber.of(client).orElseThrow().ura());
        assertEquals(Optional.empty(), UziNumber.of(authority.server().certificate()));
    }

    @Test
    void one_of_another_issuer_is_not() {
        refused(SandboxCa.make(now).client("client", UZI).certificate());
        refused(SandboxCa.make(now).certificate());
    }

    @Test
    void one_that_has_ended_or_does_not_hold_yet_is_not() throws Exception {
        refused(authority
                .client("old", UZI, now.minus(DAY), now.minusSeconds(1))
                .certificate());
        refused(authority
                .client("early", UZI, now.plusSeconds(1), now.plus(DAY))
                .certificate());
        CertificateTrust trust = trust();
        X509Certificate ends =
                authority.client("ends", UZI, now, now.plusSeconds(10)).certificate();
        trust.verify(chain(ends));
        now = now.plusSeconds(11);
        assertThrows(CertificateException.class, () -> trust.verify(chain(ends)));
    }

    @Test
    void one_of_a_server_or_of_the_authority_itself_is_none_of_a_client() {
        refused(authority.server().certificate());
        refused(authority.certificate());
    }

    @Test
    void a_list_that_comes_while_the_server_runs_revokes_at_the_next_request() throws Exception {
        CertificateTrust trust = trust();
        trust.verify(chain(client));
        write("ca.crl", authority.revocations(List.of(client)));
        assertThrows(CertificateException.class, () -> trust.verify(chain(client)));
    }

    @Test
    void a_list_that_can_not_be_read_leaves_the_one_before() throws Exception {
        write("ca.crl", authority.revocations(List.of(client)));
        CertificateTrust trust = trust();
        Files.writeString(folder.resolve("ca.crl"), "-----BEGIN X509 CRL-----\nhalf");
        assertThrows(CertificateException.class, () -> trust.verify(chain(client)));
        trust.verify(chain(authority.client("other", UZI).certificate()));
    }

    @Test
    void a_list_that_is_outdated_or_missing_closes() throws Exception {
        Files.delete(folder.resolve("ca.crl"));
        write("ca.crl", SandboxCa.make(now).revocations(List.of()));
        refused(client);
        write("ca.crl", authority.revocations(List.of()));
        now = now.plus(Duration.ofDays(366));
        refused(authority.client("late", UZI, now.minus(DAY), now.plus(DAY)).certificate());
    }

    @Test
    void a_proxy_hands_on_a_certificate_in_either_form() throws Exception {
        String structured = ':' + Base64.getEncoder().encodeToString(client.getEncoded()) + ':';
        assertEquals(client, ForwardedCertificateFilter.read(structured));
        String pem = Files.readString(write("client.pem", client));
        assertEquals(
                client,
                ForwardedCertificateFilter.read(
                        java.net.URLEncoder.encode(pem, java.nio.charset.StandardCharsets.US_ASCII)
                                .replace("+", "%20")));
        for (String broken : List.of("", "::", ":x:", "x", ":" + "A".repeat(40) + ":")) {
            assertThrows(Exception.class, () -> ForwardedCertificateFilter.read(broken), broken);
        }
    }

    private void refused(X509Certificate certificate) {
        assertThrows(CertificateException.class, () -> trust().verify(chain(certificate)));
    }

    private CertificateTrust trust() throws IOException, GeneralSecurityException {
        return new CertificateTrust(folder.resolve("ca.pem"), List.of(folder.resolve("ca.crl")), clock);
    }

    private static X509Certificate[] chain(X509Certificate one) {
        return new X509Certificate[] {one};
    }

    private Path write(String name, Object content) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(content);
        }
        Path file = folder.resolve(name);
        boolean again = Files.exists(file);
        Files.writeString(file, text.toString());
        if (again) {
            // The clock of the file system may stand still for as long as a test takes.
            FileTime before = Files.getLastModifiedTime(file);
            Files.setLastModifiedTime(file, FileTime.from(before.toInstant().plusSeconds(1)));
        }
        return file;
    }
}
