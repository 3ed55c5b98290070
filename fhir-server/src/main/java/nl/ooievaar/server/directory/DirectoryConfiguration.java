package nl.ooievaar.server.directory;

import nl.ooievaar.server.audit.Audit;
import nl.ooievaar.server.search.IndexConfiguration;
import nl.ooievaar.server.start.StartConfiguration;
import nl.ooievaar.server.store.DirectoryImport;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** What the command needs of the server: the database with its schema, the store and the audit; no doors. */
@Import({StartConfiguration.class, IndexConfiguration.class, Audit.class, DirectoryLoad.class, MunicipalityImport.class
})
@ImportAutoConfiguration({
    JdbcTemplateAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
@AutoConfigurationPackage(basePackageClasses = DirectoryImport.class)
@ComponentScan(
        basePackageClasses = {DirectoryImport.class, StartConfiguration.class},
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.Welcome"))
class DirectoryConfiguration {}
