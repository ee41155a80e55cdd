package dev.batchwright.processor.emit;

import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Methods that others call, each made when it is first needed and once only. */
final class Methods {

    private final Map<String, Optional<MethodSpec>> made = new LinkedHashMap<>();

    /** Sees to it that there is a method; its maker may need further ones. */
    void need(String name, Supplier<MethodSpec> maker) {
        if (!made.containsKey(name)) {
            made.put(name, Optional.empty());
            made.put(name, Optional.of(maker.get()));
        }
    }

    List<MethodSpec> all() {
        List<MethodSpec> methods = new ArrayList<>();
        made.values().forEach(method -> method.ifPresent(methods::add));
        return methods;
    }
}
