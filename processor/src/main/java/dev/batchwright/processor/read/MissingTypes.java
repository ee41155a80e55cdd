package dev.batchwright.processor.read;

import dev.batchwright.processor.diagnostics.Place;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Looks for types that are not there, before anything is made of a type that names them. */
final class MissingTypes {

    private MissingTypes() {}

    /** Throws if a type, or one that it is made of, is missing. */
    static void check(TypeMirror type, String usage, Place place) {
        if (type.getKind() == TypeKind.ERROR) {
            throw missing(type, usage, place);
        }
        if (type instanceof ArrayType array) {
            check(array.getComponentType(), usage, place);
        } else if (type instanceof DeclaredType declared) {
            declared.getTypeArguments().forEach(argument -> check(argument, usage, place));
        }
    }

    static MissingTypeException missing(TypeMirror type, String usage, Place place) {
        return new MissingTypeException(type.toString(), usage, place);
    }
}
