package dev.batchwright.processor.tools;

import dev.batchwright.processor.RelayedProcessor;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/** Remembers from which elements a processor says that its files stem, as build tools do. */
final class Origins {

    private final Map<String, List<String>> byFile = new TreeMap<>();

    /** The names of the originating elements by the name of the generated type or the path of the file. */
    Map<String, List<String>> byFile() {
        return byFile;
    }

    private void put(CharSequence file, Element... origins) {
        byFile.put(
                file.toString(), Arrays.stream(origins).map(Element::toString).toList());
    }

    Processor around(Processor processor) {
        return new RelayedProcessor(processor, WatchedEnvironment::new);
    }

    private final class WatchedFiler implements Filer {

        private final Filer filer;

        WatchedFiler(Filer filer) {
            this.filer = filer;
        }

        @Override
        public JavaFileObject createSourceFile(CharSequence name, Element... origins) throws IOException {
            put(name, origins);
            return filer.createSourceFile(name, origins);
        }

        @Override
        public JavaFileObject createClassFile(CharSequence name, Element... origins) throws IOException {
            put(name, origins);
            return filer.createClassFile(name, origins);
        }

        @Override
        public FileObject createResource(
                JavaFileManager.Location location, CharSequence module, CharSequence path, Element... origins)
                throws IOException {
            put(path, origins);
            return filer.createResource(location, module, path, origins);
        }

        @Override
        public FileObject getResource(JavaFileManager.Location location, CharSequence module, CharSequence path)
                throws IOException {
            return filer.getResource(location, module, path);
        }
    }

    private final class WatchedEnvironment implements ProcessingEnvironment {

        private final ProcessingEnvironment environment;

        WatchedEnvironment(ProcessingEnvironment environment) {
            this.environment = environment;
        }

        @Override
        public Map<String, String> getOptions() {
            return environment.getOptions();
        }

        @Override
        public Messager getMessager() {
            return environment.getMessager();
        }

        @Override
        public Filer getFiler() {
            return new WatchedFiler(environment.getFiler());
        }

        @Override
        public Elements getElementUtils() {
            return environment.getElementUtils();
        }

        @Override
        public Types getTypeUtils() {
            return environment.getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return environment.getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return environment.getLocale();
        }
    }
}
