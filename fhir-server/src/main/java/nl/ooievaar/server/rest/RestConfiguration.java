package nl.ooievaar.server.rest;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.IncomingRequestAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.profiles.PhbTerminology;
import nl.ooievaar.profiles.PhbTranslation;
import nl.ooievaar.server.conformance.Conformance;
import nl.ooievaar.server.identity.TokenEndpoints;
import nl.ooievaar.server.search.Indexer;
import nl.ooievaar.server.search.MemorySearch;
import nl.ooievaar.server.search.Parameters;
import nl.ooievaar.server.search.Search;
import nl.ooievaar.server.search.SearchParser;
import nl.ooievaar.server.start.MasterKey;
import nl.ooievaar.server.store.Keys;
import nl.ooievaar.server.types.ResourceTypes;
import nl.ooievaar.server.types.TypeClass;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Composes the doors. */
@Configuration
class RestConfiguration {
    @Bean
    PhbTerminology terminology(PhbPackage phb) {
        return new PhbTerminology(phb);
    }

    @Bean
    PhbTranslation translation(PhbPackage phb) {
        return new PhbTranslation(phb);
    }

    @Bean
    SearchParser searchParser(Parameters parameters, Keys keys, @Value("${ooievaar.base:}") String base) {
        return new SearchParser(parameters, keys, base.isBlank() ? List.of() : List.of(base));
    }

    @Bean
    Search search(NamedParameterJdbcTemplate jdbc, SearchParser parser, Keys keys, MasterKey master) {
        return new Search(jdbc, parser, keys, master.derive("page-link"));
    }

    @Bean
    TrailLinks trailLinks(MasterKey master) {
        return new TrailLinks(master.derive("trail-link"));
    }

    @Bean
    ServletRegistrationBean<RestfulServer> fhirServlet(
            FhirContext fhir,
            ResourceTypes types,
            Parameters parameters,
            PhbPackage phb,
            Reading reading,
            Writing writing,
            Received received,
            Answers answers,
            SystemProvider system,
            Validating validating,
            HerRights rights,
            RightsProvider herRights,
            BirthProvider births,
            VisitProvider visits,
            DocumentProvider documents,
            AnswerAsStored asStored,
            Indexer indexer,
            SearchParser parser,
            AuditEventProvider auditEvents,
            SubscriptionProvider subscriptions,
            ExpandProvider expand,
            ValidateCodeProvider validateCode,
            LookupProvider lookup,
            TranslateProvider translate,
            AccessLogProvider accessLog,
            EmergencyProvider emergency,
            TokenEndpoints tokens,
            SealProvider sealing,
            RefusalTrail trail,
            DeskProvider desks,
            ApplyProvider apply,
            BridgeProvider bridges,
            ToBirthCareProvider toBirthCare,
            DossierDoor dossiers,
            @Value("${ooievaar.base:}") String base) {
        RestfulServer server = new Anonymous(fhir);
        server.setServerName("Ooievaar");
        server.setDefaultResponseEncoding(EncodingEnum.JSON);
        server.setServerAddressStrategy(
                base.isBlank() ? new IncomingRequestAddressStrategy() : new HardcodedServerAddressStrategy(base));
        server.setServerConformanceProvider(new Capability(parameters, phb, tokens));
        types.all().stream()
                .filter(t -> t.typeClass() != TypeClass.CONFORMANCE && t.typeClass() != TypeClass.SYSTEM)
                .forEach(t -> server.registerProvider(new TypeProvider(
                        t,
                        fhir.getResourceDefinition(t.name()).getImplementingClass(),
                        reading,
                        writing,
                        received,
                        answers,
                        validating,
                        rights)));
        types.all().stream().filter(t -> t.typeClass() == TypeClass.CONFORMANCE).forEach(t -> {
            List<Resource> definitions = phb.definitions().stream()
                    .filter(d -> d.fhirType().equals(t.name()))
                    .map(Resource.class::cast)
                    .toList();
            server.registerProvider(new Conformance(
                    fhir.getResourceDefinition(t.name()).getImplementingClass(),
                    t.name(),
                    definitions,
                    new MemorySearch(indexer, definitions),
                    parser));
        });
        server.registerProviders(
                system,
                herRights,
                births,
                visits,
                documents,
                auditEvents,
                subscriptions,
                accessLog,
                emergency,
                sealing,
                desks,
                apply,
                bridges,
                toBirthCare,
                dossiers,
                expand,
                validateCode,
                lookup,
                translate);
        server.registerInterceptor(new StrictBody());
        server.registerInterceptor(asStored);
        server.registerInterceptor(new AnswerAsPage());
        server.registerInterceptor(new RefusalAnswer(trail));
        ServletRegistrationBean<RestfulServer> registration = new ServletRegistrationBean<>(server, "/fhir/*");
        registration.setName("fhir");
        registration.setLoadOnStartup(1);
        return registration;
    }

    /** What software and version answers helps nobody but who looks for its faults. */
    private static final class Anonymous extends RestfulServer {
        private static final long serialVersionUID = 1L;

        private Anonymous(FhirContext fhir) {
            super(fhir);
        }

        @Override
        public void addHeadersToResponse(HttpServletResponse response) {
            // The one header it would add says what it is.
        }
    }
}
