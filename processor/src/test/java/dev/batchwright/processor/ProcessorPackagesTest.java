package dev.batchwright.processor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The packages of the processor form a stack: each knows only those below it. */
class ProcessorPackagesTest {

    private static final String ROOT = "dev.batchwright.processor";

    /** From the top to the bottom. */
    private static final List<String> STACK = List.of(
            ROOT,
            ROOT + ".page",
            ROOT + ".emit",
            ROOT + ".schema",
            ROOT + ".check",
            ROOT + ".read",
            ROOT + ".model",
            ROOT + ".json",
            ROOT + ".diagnostics");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void dependOnlyDownwards() {
        for (int i = 1; i < STACK.size(); i++) {
            noClasses()
                    .that()
                    .resideInAPackage(STACK.get(i))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(STACK.subList(0, i).toArray(String[]::new)))
                    .because("packages know only those below them")
                    .check(CLASSES);
        }
    }

    @Test
    void whatMakesThingsOfModelsNeedsNoCompiler() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".page", ROOT + ".emit", ROOT + ".schema")
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT + ".read", ROOT + ".check", "javax.lang.model.type.."))
                .check(CLASSES);
    }

    @Test
    void areAllInTheStack() {
        assertThat(CLASSES).extracting(JavaClass::getPackageName).isSubsetOf(STACK);
    }
}
