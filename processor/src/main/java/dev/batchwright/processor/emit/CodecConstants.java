package dev.batchwright.processor.emit;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The codecs of a row and of the records nested in it, each made once. */
final class CodecConstants {

    private final RowNames names;

    CodecConstants(RowNames names) {
        this.names = names;
    }

    List<FieldSpec> all() {
        return names.codecSlots().stream().map(this::constant).toList();
    }

    private FieldSpec constant(Slot slot) {
        TypeName codec = slot.codec().orElseThrow().type();
        return FieldSpec.builder(codec, names.codec(slot), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("new $T()", codec)
                .build();
    }
}
