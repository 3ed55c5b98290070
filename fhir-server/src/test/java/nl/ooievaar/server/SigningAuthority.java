package nl.ooievaar.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An invented authority that gives out certificates as the Dutch care register does, and signs with them. */
public final class SigningAuthority {
    private static final SigningAuthority ONE = new SigningAuthority("Invented Root");

    /** A key with its certificate. */
    public record Signer(PrivateKey key, List<X509Certificate> chain) {
        /** A JWS over the document, detached unless asked otherwise. */
        public String sign(byte[] document, JWSAlgorithm algorithm, boolean detached) {
            try {
                JWSHeader header = new JWSHeader.Builder(algorithm)
                        .x509CertChain(chain.stream().map(Signer::encoded).toList())
                        .build();
                JWSObject jws = new JWSObject(header, new Payload(document));
                if (key instanceof ECPrivateKey ec) {
                    jws.sign(new ECDSASigner(ec));
                    return jws.serialize(detached);
                }
                // Of a short key too, which a library of today would not sign with.
                Signature rsa = Signature.getInstance("SHA256withRSA");
                rsa.initSign(key);
                rsa.update(jws.getSigningInput());
                String payload = detached ? "" : Base64URL.encode(document).toString();
                return header.toBase64URL() + "." + payload + "." + Base64URL.encode(rsa.sign());
            } catch (JOSEException | GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private static com.nimbusds.jose.util.Base64 encoded(X509Certificate certificate) {
            try {
                return com.nimbusds.jose.util.Base64.encode(certificate.getEncoded());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final KeyPair keys = keys("secp384r1");
    private final X500Principal name;
    private final X509Certificate root;
    private final Path folder;
    private int listed;

    public SigningAuthority(String name) {
        this.name = new X500Principal("CN=" + name);
        this.root = certificate(
                this.name,
                keys,
                "",
                Instant.now().plus(Duration.ofDays(30)),
                true,
                KeyUsage.keyCertSign | KeyUsage.cRLSign);
        try {
            this.folder = TestFolders.make("ooievaar-trust");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        list(List.of(), Instant.now().plus(Duration.ofDays(30)));
    }

    /** The one that the test server trusts. */
    public static SigningAuthority get() {
        return ONE;
    }

    /** A file with its certificate. */
    public Path pem() {
        try {
            return Files.writeString(
                    folder.resolve("trust.pem"),
                    "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(root.getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file with its revocation list: nothing is revoked until it is {@linkplain #list listed}. */
    public Path crl() {
        return folder.resolve("ca.crl");
    }

    /** Publishes a list of these certificates, which counts until then. */
    public void list(List<X509Certificate> revoked, Instant until) {
        try {
            Instant from = Instant.now().minus(Duration.ofDays(2));
            JcaX509v2CRLBuilder list = new JcaX509v2CRLBuilder(root, Date.from(from));
            list.setNextUpdate(Date.from(until));
            revoked.forEach(one -> list.addCRLEntry(one.getSerialNumber(), Date.from(from), CRLReason.keyCompromise));
            Files.write(
                    crl(),
                    list.build(new JcaContentSignerBuilder("SHA384withECDSA").build(keys.getPrivate()))
                            .getEncoded());
            // The clock of the file system may stand still for as long as a test takes.
            Files.setLastModifiedTime(crl(), FileTime.from(Instant.now().plusSeconds(++listed)));
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs with a key of this kind (RSA or a curve) in the name of an organisation. */
    public Signer signer(String kind, String ura) {
        return signer(kind, ura, Instant.now().plus(Duration.ofDays(1)), KeyUsage.nonRepudiation);
    }

    public Signer signer(String kind, String ura, Instant until, int usage) {
        KeyPair own = keys(kind);
        return new Signer(
                own.getPrivate(), List.of(certificate(new X500Principal("CN=signer"), own, ura, until, false, usage)));
    }

    private X509Certificate certificate(
            X500Principal subject, KeyPair own, String ura, Instant until, boolean authority, int usage) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(Instant.now().minus(Duration.ofDays(2))),
                    Date.from(until),
                    subject,
                    own.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            if (!ura.isEmpty()) {
                builder.addExtension(Extension.subjectAlternativeName, false, uzi(ura));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA384withECDSA").build(keys.getPrivate())));
        } catch (IOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralNames uzi(String ura) {
        DERIA5String text = new DERIA5String("2.16.528.1.1007.99.2110-1-900025039-S-" + ura + "-00.000-00000000");
        DERSequence other = new DERSequence(new org.bouncycastle.asn1.ASN1Encodable[] {
            new ASN1ObjectIdentifier("2.5.5.5"), new DERTaggedObject(true, 0, text)
        });
        return new GeneralNames(new GeneralName(GeneralName.otherName, other));
    }

    private static KeyPair keys(String kind) {
        try {
            if (kind.startsWith("RSA")) {
                return RsaKeys.of("signer", Integer.parseInt(kind.substring(3))).toKeyPair();
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(kind));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
