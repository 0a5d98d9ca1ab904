package dev.lakelight.interpreter;

import java.util.Map;

/** Is told of classes that have come into being, before any of them is used. */
@FunctionalInterface
public interface ClassPublisher {

    /**
     * Take note of classes.
     *
     * @param loader finds them in this JVM, as long as it is in use
     * @param classFiles their class files by their names
     */
    void publish(ClassLoader loader, Map<String, byte[]> classFiles);
}
