package dev.batchwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import dev.batchwright.processor.model.ConfigValue;
import java.util.List;

/** Statements that name a step's configuration value by value. */
final class ConfigCode {

    private final NameAllocator locals = new NameAllocator();
    private final CodeBlock.Builder code = CodeBlock.builder();

    ConfigCode() {
        locals.newName("step");
        locals.newName("configuration");
    }

    CodeBlock of(List<ConfigValue> values) {
        values.forEach(value -> add(value, "step"));
        return code.build();
    }

    private void add(ConfigValue value, String holder) {
        if (value instanceof ConfigValue.Group group) {
            addGroup(group, holder);
        } else {
            code.addStatement("configuration.add($S, $N.$L)", value.name(), holder, value.access());
        }
    }

    private void addGroup(ConfigValue.Group group, String holder) {
        String local = locals.newName(group.name().substring(group.name().lastIndexOf('.') + 1));
        code.addStatement("$T $N = $N.$L", group.type(), local, holder, group.access());
        code.beginControlFlow("if ($N == null)", local);
        code.addStatement("configuration.add($S, null)", group.name());
        code.nextControlFlow("else");
        group.values().forEach(value -> add(value, local));
        code.endControlFlow();
    }
}
