package dev.lakelight.interpreter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import scala.util.Properties;

/** Scala's compiler, which is no part of Spark: users have it on their class path or not. */
public final class ScalaCompiler {

    private static final String INTERPRETER = "scala.tools.nsc.interpreter.IMain";

    private ScalaCompiler() {}

    /** Return whether a class loader finds it. */
    public static boolean isKnownTo(ClassLoader loader) {
        try {
            return Class.forName(INTERPRETER, false, loader) != null;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Return what has to be on the class path: the compiler of the Scala library that is. */
    public static String coordinates() {
        return "org.scala-lang:scala-compiler:" + Properties.versionNumberString();
    }

    /** Return the version of the compiler where it is another one than that of the library: the two do not work together. */
    public static Optional<String> otherVersion(ClassLoader loader) {
        try (InputStream in = loader.getResourceAsStream("compiler.properties")) {
            java.util.Properties facts = new java.util.Properties();
            facts.load(Objects.requireNonNullElseGet(in, InputStream::nullInputStream));
            return Optional.ofNullable(facts.getProperty("version.number"))
                    .filter(version -> !version.equals(Properties.versionNumberString()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the version of Scala's compiler", e);
        }
    }
}
