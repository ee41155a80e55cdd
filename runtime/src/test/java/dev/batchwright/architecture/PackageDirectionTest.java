package dev.batchwright.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The packages of the runtime form a stack: each knows only those below it. */
class PackageDirectionTest {

    /** From the top to the bottom. */
    private static final List<String> STACK = List.of(
            "dev.batchwright.engine",
            "dev.batchwright.engine.code",
            "dev.batchwright.isolation",
            "dev.batchwright.plan",
            "dev.batchwright.cache",
            "dev.batchwright.memory",
            "dev.batchwright.generated",
            "dev.batchwright.importer",
            "dev.batchwright.io",
            "dev.batchwright.text",
            "dev.batchwright.shard.parquet",
            "dev.batchwright.shard.msgpack",
            "dev.batchwright.shard.object",
            "dev.batchwright.shard.block",
            "dev.batchwright.shard.choice",
            "dev.batchwright.shard",
            "dev.batchwright.schema",
            "dev.batchwright.observe",
            "dev.batchwright.utf8",
            "dev.batchwright");

    private static final JavaClasses RUNTIME = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/dev/batchwright/shaded/"))
            .importPackages("dev.batchwright..");

    @Test
    void dependOnlyDownwards() {
        for (int i = 1; i < STACK.size(); i++) {
            noClasses()
                    .that()
                    .resideInAPackage(STACK.get(i))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(STACK.subList(0, i).toArray(String[]::new)))
                    .because("packages know only those below them")
                    .check(RUNTIME);
        }
    }

    @Test
    void areAllInTheStack() {
        String[] known = STACK.toArray(String[]::new);
        classes()
                .that(resideInAnyPackage("dev.batchwright.."))
                .and(areInTheRuntime())
                .should()
                .resideInAnyPackage(known)
                .check(RUNTIME);
    }

    @Test
    void formNoCycles() {
        slices().matching("dev.batchwright.(**)").should().beFreeOfCycles().check(RUNTIME);
    }

    @Test
    void leaveHadoopAndTheParquetOfOthersAlone() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.hadoop..", "org.apache.parquet..")
                .because("the runtime brings neither Hadoop nor a parquet-java that others could meet")
                .check(RUNTIME);
    }

    private static DescribedPredicate<JavaClass> areInTheRuntime() {
        return DescribedPredicate.describe(
                "are in the runtime", type -> !type.getPackageName().startsWith("dev.batchwright.annotation"));
    }
}
