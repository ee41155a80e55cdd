package dev.batchwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** What all generated types have in common. */
final class Specs {

    private Specs() {}

    static TypeSpec.Builder finalClass(ClassName name, boolean isPublic) {
        return finalClass(name, isPublic, MadeBy.NAME);
    }

    /** For classes in which the first constant may have to be called something else. */
    static TypeSpec.Builder finalClass(ClassName name, boolean isPublic, String firstConstant) {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addAnnotation(RuntimeTypes.GENERATED_MARK)
                .addModifiers(Modifier.FINAL)
                .addField(MadeBy.field(name, firstConstant));
        return isPublic ? type.addModifiers(Modifier.PUBLIC) : type;
    }

    static MethodSpec.Builder publicMethod(String name, TypeName returns) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(returns);
    }

    static MethodSpec.Builder override(String name, TypeName returns) {
        return publicMethod(name, returns).addAnnotation(Override.class);
    }
}
