package dev.batchwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import javax.lang.model.element.Modifier;

/**
 * The first line of each generated class, which refuses a runtime that the class was not made for. The first, so that nothing else of
 * the class meets such a runtime.
 */
public final class MadeBy {

    static final String NAME = "MADE_BY";

    /** The one of {@code dev.batchwright.generated.GeneratedCode} that offers what is generated here. */
    public static final int PROTOCOL = 1;

    /** The version of this processor. */
    public static final String VERSION = version();

    private MadeBy() {}

    static FieldSpec field(ClassName generated, String name) {
        return FieldSpec.builder(String.class, name, Modifier.STATIC, Modifier.FINAL)
                .initializer("$T.check($T.class, $L, $S)", RuntimeTypes.GENERATED_CODE, generated, PROTOCOL, VERSION)
                .build();
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = MadeBy.class.getResourceAsStream("version.properties")) {
            properties.load(Objects.requireNonNull(in, "version.properties is missing beside the processor's classes"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
