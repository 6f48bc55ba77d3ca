package dev.pileus.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/// The walls inside the engine that Maven cannot keep. Each rule says why it stands. What holds for
/// the whole house is in the console's `HouseRulesTest`.
@AnalyzeClasses(packages = "dev.pileus", importOptions = ImportOption.DoNotIncludeTests.class)
class EngineRulesTest {
    private static final String[] WIRES = {
        "org.eclipse.jetty..", "okhttp3..", "org.apache.ratis..", "java.net.http.."
    };

    @ArchTest
    static final ArchRule domainKnowsNoWire =
            noClasses()
                    .that()
                    .resideInAPackage("dev.pileus.domain..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(WIRES)
                    .because(
                            "what a cluster is does not depend on how it is reached or replicated");

    @ArchTest
    static final ArchRule domainKnowsNoRaft =
            noClasses()
                    .that()
                    .resideInAPackage("dev.pileus.domain..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.pileus.database.raft..", "dev.pileus.database.sqlite..")
                    .because("Database is the only door");

    @ArchTest
    static final ArchRule databaseKnowsNobody =
            noClasses()
                    .that()
                    .resideInAPackage("dev.pileus.database..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.pileus.domain..", "dev.pileus.server..", "dev.pileus.client..")
                    .because("it keeps what it is given, whatever that means");

    @ArchTest
    static final ArchRule sqliteKnowsNoRaft =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "dev.pileus.database",
                            "dev.pileus.database.sqlite..",
                            "dev.pileus.database.migration..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.pileus.database.raft..", "org.apache.ratis..")
                    .because("a file is a file, replicated or not");

    @ArchTest
    static final ArchRule routesKnowNoJetty =
            noClasses()
                    .that()
                    .resideInAnyPackage("dev.pileus.server.http.routes..", "dev.pileus.server")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.eclipse.jetty..")
                    .because("a route takes a request apart, calls one service and answers");

    @ArchTest
    static final ArchRule routesKnowNoDatabase =
            noClasses()
                    .that()
                    .resideInAPackage("dev.pileus.server.http..")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(dev.pileus.database.Database.class)
                    .because("what may be changed is decided in the domain");

    @ArchTest
    static final ArchRule runtimeKnowsNoServer =
            noClasses()
                    .that()
                    .resideInAPackage("dev.pileus.runtime..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.pileus.server..", "dev.pileus.database..")
                    .because("it touches the host, and nothing else");

    @ArchTest
    static final ArchRule timeAndChanceAreInjected =
            noClasses()
                    .that()
                    .resideInAnyPackage("dev.pileus.domain..", "dev.pileus.database..")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(UUID.class, "randomUUID")
                    .orShould()
                    .callConstructor(SecureRandom.class)
                    .because("decisions are repeated, and tests turn the clock");

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("dev.pileus.domain.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("a feature can then be read, and moved, by itself");

    @ArchTest
    static final ArchRule serverRoomsHaveNoCycles =
            slices().matching("dev.pileus.server.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("HTTP is one room, the other members are another");

    @ArchTest
    static final ArchRule nobodyPrints =
            noClasses()
                    .that(resideInAPackage("dev.pileus.domain.."))
                    .or(resideInAPackage("dev.pileus.database.."))
                    .or(resideInAPackage("dev.pileus.server.."))
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .because("a daemon has a log");
}
