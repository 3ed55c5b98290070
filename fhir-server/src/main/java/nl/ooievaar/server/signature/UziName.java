package nl.ooievaar.server.signature;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/**
 * What a certificate of the Dutch care register (UZI) says of its holder: an otherName in the subjectAltName, whose parts are
 * issuer, version, UZI number, kind of card, URA, role and AGB code, with hyphens between them.
 */
final class UziName {
    private static final int PARTS = 7;
    private static final int URA = 4;

    private UziName() {}

    static Optional<String> ura(X509Certificate certificate) {
        try {
            Extension names = new JcaX509CertificateHolder(certificate).getExtension(Extension.subjectAlternativeName);
            return names == null
                    ? Optional.empty()
                    : Arrays.stream(GeneralNames.getInstance(names.getParsedValue())
                                    .getNames())
                            .filter(name -> name.getTagNo() == GeneralName.otherName)
                            .flatMap(name -> text(name).stream())
                            .map(text -> text.split("-"))
                            .filter(parts -> parts.length == PARTS && parts[URA].matches("[0-9]{8}"))
                            .map(parts -> parts[URA])
                            .findFirst();
        } catch (CertificateEncodingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(GeneralName name) {
        try {
            ASN1Sequence other =
                    ASN1Sequence.getInstance(name.getName().toASN1Primitive().getEncoded());
            Object value = ASN1TaggedObject.getInstance(other.getObjectAt(1)).getExplicitBaseObject();
            return value instanceof ASN1String string ? Optional.of(string.getString()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
