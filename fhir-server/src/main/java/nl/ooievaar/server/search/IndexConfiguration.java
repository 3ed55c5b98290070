package nl.ooievaar.server.search;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.LenientErrorHandler;
import nl.ooievaar.profiles.BaseDefinitions;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.server.start.MasterKey;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.store.PackageVersion;
import nl.ooievaar.server.types.ResourceTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The contract and the index that follows from it: what the doors need, and what a command needs without them. */
@Configuration
public class IndexConfiguration {
    @Bean
    FhirContext fhir() {
        FhirContext context = FhirContext.forR4();
        context.setValidationSupport(BaseDefinitions.r4());
        // The bytes were judged before; what a lenient parser complains of must not reach a log.
        context.setParserErrorHandler(new LenientErrorHandler(false).disableAllErrors());
        // Which version was disclosed, or handed over, is what an AuditEvent or Provenance is for.
        context.getParserOptions().setStripVersionsFromReferences(false);
        return context;
    }

    @Bean
    ResourceTypes types() {
        return ResourceTypes.load();
    }

    @Bean
    PhbPackage phb() {
        return PhbPackage.load();
    }

    @Bean
    PackageVersion packageVersion(PhbPackage phb) {
        return new PackageVersion(phb.version());
    }

    @Bean
    Keys keys(MasterKey master) {
        return new Keys(master.indexKeys());
    }

    @Bean
    Parameters parameters(FhirContext fhir, ResourceTypes types, PhbPackage phb) {
        return new Parameters(fhir, types, phb);
    }

    @Bean
    Indexer indexer(FhirContext fhir, Parameters parameters, Keys keys) {
        return new Indexer(fhir, parameters, keys);
    }
}
