package dev.batchwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.batchwright.processor.model.Component;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Gives every nested type and every slot of a row a name of its own, by one walk in the order of the components, so that all
 * emitters of the row agree.
 */
final class RowNames {

    private final NameAllocator methods = new NameAllocator();
    private final NameAllocator constants = new NameAllocator();
    private final Map<TypeName, String> types = new LinkedHashMap<>();
    private final Map<TypeName, String> typeConstants = new LinkedHashMap<>();
    private final Map<String, String> slots = new LinkedHashMap<>();
    private final Map<String, String> codecs = new LinkedHashMap<>();
    private final List<Slot> codecSlots = new ArrayList<>();
    private final Map<TypeName, Shape> nested = new LinkedHashMap<>();

    RowNames(RowModel row) {
        // Names that the serializer has already: writeColumn, readColumn would read as if they overrode something.
        methods.newName("Column");
        constants.newName(MadeBy.NAME);
        constants.newName("INSTANCE");
        constants.newName("SCHEMA");
        walk(row.shape(), rowSlotPath(row), "");
    }

    static String rowSlotPath(RowModel row) {
        return row.type().simpleName();
    }

    /** The part of method names that stands for a nested type: {@code Meta} in {@code writeMeta}. */
    String type(Shape shape) {
        return Objects.requireNonNull(types.get(shape.type()));
    }

    /** The constant with the schema of a nested type. */
    String constant(Shape shape) {
        return Objects.requireNonNull(typeConstants.get(shape.type()));
    }

    /** The part of method names that stands for a slot: {@code Tags} in {@code writeTags}. */
    String slot(Slot slot) {
        return Objects.requireNonNull(slots.get(slot.words() + (slot.nullable() ? "?" : "")));
    }

    /** The constant with the codec of a slot. */
    String codec(Slot slot) {
        return Objects.requireNonNull(codecs.get(slot.words()));
    }

    /** The slots with codecs. */
    List<Slot> codecSlots() {
        return codecSlots;
    }

    /** The nested records, sealed interfaces and enums, each after what it is made of. */
    Iterable<Shape> nestedTypes() {
        return nested.values();
    }

    private void walk(Shape.Structure structure, String path, String words) {
        for (Component component : structure.components()) {
            walk(Slot.of(component, path, words));
        }
    }

    private void walk(Slot slot) {
        if (slot.nullable()) {
            slots.put(slot.words() + "?", methods.newName(slot.words() + "OrNull"));
        }
        if (slot.codec().isPresent()) {
            codecSlots.add(slot);
            codecs.put(slot.words(), constants.newName(Words.constant(slot.words()) + "_CODEC"));
            slots.put(slot.words(), methods.newName(slot.words()));
            walk(slot.stored());
            return;
        }
        if (slot.shape() instanceof Shape.Sequence list) {
            slots.put(slot.words(), methods.newName(slot.words()));
            walk(slot.element(list));
        } else if (slot.shape() instanceof Shape.Mapping map) {
            slots.put(slot.words(), methods.newName(slot.words()));
            walk(slot.value(map));
        } else if (slot.shape() instanceof Shape.Maybe optional) {
            slots.put(slot.words(), methods.newName(slot.words()));
            walk(slot.present(optional));
        } else {
            walkNested(slot.shape());
        }
    }

    private void walkNested(Shape shape) {
        if (types.containsKey(shape.type())) {
            return;
        }
        if (shape instanceof Shape.Structure structure) {
            String name = addName(shape);
            walk(structure, name, name);
        } else if (shape instanceof Shape.Union union) {
            addName(shape);
            union.variants().forEach(this::walkNested);
        } else if (shape instanceof Shape.Enumeration) {
            addName(shape);
        } else {
            return;
        }
        typeConstants.put(shape.type(), constants.newName(Words.constant(type(shape))));
        nested.put(shape.type(), shape);
    }

    private String addName(Shape shape) {
        String name = methods.newName(simpleName(shape.type()));
        types.put(shape.type(), name);
        return name;
    }

    private static String simpleName(TypeName type) {
        ClassName raw = type instanceof ParameterizedTypeName generic ? generic.rawType() : (ClassName) type;
        return raw.simpleName();
    }
}
