package dev.lakelight.interpreter;

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
}
