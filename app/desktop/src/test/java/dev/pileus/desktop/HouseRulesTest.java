package dev.pileus.desktop;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.NullMarked;

/// The walls inside the house that Maven cannot keep. Each rule says why it stands.
@AnalyzeClasses(packages = "dev.pileus", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    private static final String[] OURS_BEYOND_API = {
        "dev.pileus.trust..", "dev.pileus.client..", "dev.pileus.model..", "dev.pileus.desktop.."
    };

    @ArchTest
    static final ArchRule apiKnowsNobody =
            noClasses()
                    .that()
                    .resideInAPackage("dev.pileus.api..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(OURS_BEYOND_API)
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.nio.file..", "java.net..", "okhttp3..")
                    .because("the vocabulary is shared by engine and console and does no I/O");

    @ArchTest
    static final ArchRule clientKnowsNoScreen =
            noClasses()
                    .that()
                    .resideInAnyPackage("dev.pileus.trust..", "dev.pileus.client..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.pileus.model..", "dev.pileus.desktop..", "javafx..")
                    .because("the client also serves the engine, where no screen is");

    @ArchTest
    static final ArchRule modelKnowsNoJavaFx =
            noClasses()
                    .that()
                    .resideInAPackage("dev.pileus.model..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx..", "dev.pileus.desktop..")
                    .because("plans and images are tested and used without a screen");

    @ArchTest
    static final ArchRule controllersDoNotCallServers =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Controller")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.pileus.client..")
                    .because("a call blocks; controllers live on the screen's thread");

    @ArchTest
    static final ArchRule oneDoorToTheScreensThread =
            noClasses()
                    .that(not(named("FxThread")))
                    .should()
                    .callMethod(Platform.class, "runLater", Runnable.class)
                    .because("who may touch the screen is decided in FxThread alone");

    @ArchTest
    static final ArchRule onePlaceForBackgroundWork =
            noClasses()
                    .that()
                    .resideInAPackage("dev.pileus.desktop..")
                    .and(not(named("Tasks")))
                    .should()
                    .callMethod(Thread.class, "ofVirtual")
                    .orShould()
                    .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                    .orShould()
                    .callConstructor(Thread.class, Runnable.class)
                    .because("work that nobody owns is neither cancelled nor reported");

    @ArchTest
    static final ArchRule timeIsInjected =
            noClasses()
                    .that()
                    .resideInAnyPackage("dev.pileus.model..", "dev.pileus.desktop..")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(ZonedDateTime.class, "now")
                    .because("tests turn the clock instead of waiting for it");

    @ArchTest
    static final ArchRule modelFeaturesHaveNoCycles =
            slices().matching("dev.pileus.model.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("a feature can then be read, and moved, by itself");

    @ArchTest
    static final ArchRule desktopFeaturesHaveNoCycles =
            slices().matching("dev.pileus.desktop.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("a feature can then be read, and moved, by itself");

    @ArchTest
    static final ArchRule nothingIsCalledManager =
            noClasses()
                    .that(resideInAPackage("dev.pileus.."))
                    .and()
                    .areNotAssignableTo(TrustManager.class)
                    .and()
                    .areNotAssignableTo(KeyManager.class)
                    .should()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Impl")
                    .because("such names say nothing about the job");

    @ArchTest
    static final ArchRule nullNeverTravels =
            classes()
                    .that(resideInAPackage("dev.pileus.."))
                    .should(liveInANullMarkedPackage())
                    .because("only then does NullAway guard them");

    @ArchTest
    static final ArchRule nothingSleeps =
            noClasses()
                    .that(resideInAPackage("dev.pileus.."))
                    .and()
                    .resideOutsideOfPackage("dev.pileus.testkit..")
                    .and(not(named("Pause")))
                    .and(not(named("Repeater")))
                    .should()
                    .callMethod(Thread.class, "sleep", long.class)
                    .orShould()
                    .callMethod(Thread.class, "sleep", Duration.class)
                    .orShould()
                    .callMethod(TimeUnit.class, "sleep", long.class)
                    .because("conditions are awaited; the time between tries has two doors");

    private static DescribedPredicate<JavaClass> named(String name) {
        return DescribedPredicate.describe(
                "are " + name,
                type -> type.getSimpleName().equals(name) || type.getName().contains(name + "$"));
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type, type.getName() + " is in an unmarked package"));
                }
            }
        };
    }
}
