package dev.lakelight.interpreter;

import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.internal.Trees;
import scala.reflect.io.AbstractFile;
import scala.runtime.BoxedUnit;
import scala.tools.nsc.Settings;
import scala.tools.nsc.interpreter.IMain;
import scala.tools.nsc.interpreter.Results;
import scala.util.Either;
import scala.util.Right;

/**
 * Scala's interpreter. What code declares stays for the code that follows. It runs on the thread that calls, and its classes have
 * names that no other interpreter of this JVM gives. Not thread-safe.
 */
public final class ScalaShell implements AutoCloseable {

    /** More pieces of code than any notebook has; the numbers of two hundred thousand interpreters fit into an {@code int}. */
    private static final int PIECES_EACH = 10_000;

    private static final AtomicInteger LAST = new AtomicInteger();

    private final IMain compiler;
    private final ScalaReporter reporter;
    private final PieceClassLoader loader;
    private final ClassPublisher publisher;

    private ScalaShell(IMain compiler, ScalaReporter reporter, PieceClassLoader loader, ClassPublisher publisher) {
        this.compiler = compiler;
        this.reporter = reporter;
        this.loader = loader;
        this.publisher = publisher;
    }

    /**
     * Start one; it takes seconds.
     *
     * @param parent finds all that code can use
     * @param publisher is given the classes of each piece of code before it runs
     */
    public static ScalaShell start(ClassLoader parent, ClassPublisher publisher) {
        Settings settings = new Settings(problem -> {
            throw new IllegalStateException("Cannot start Scala's compiler: " + problem);
        });
        List<String> options = List.of("-classpath", CompilerClassPath.of(parent), "-Yrepl-class-based", "-nowarn");
        settings.processArguments(CollectionConverters.asScala(options).toList(), true);
        ScalaReporter reporter = new ScalaReporter(settings);
        IMain compiler = new IMain(settings, Option.apply(parent), settings, reporter);
        compiler.initializeCompiler();
        compiler.naming().scala$tools$nsc$interpreter$Naming$$_freshLineId_$eq(LAST.incrementAndGet() * PIECES_EACH);
        return new ScalaShell(compiler, reporter, new PieceClassLoader(parent), publisher);
    }

    /** Return the loader of all classes that code has declared. */
    public ClassLoader classLoader() {
        return loader;
    }

    /**
     * Run code.
     *
     * @param label what stack traces name as the code's file; no {@code /}
     * @return what its last expression has as its value; null when it ends with a statement, or with a value of type {@code Unit}
     * @throws ScalaCompileError when it does not compile; a part of it may have run already
     * @throws Throwable what it throws
     */
    public @Nullable Object run(String label, String code) throws Throwable {
        var parsed = labelled(label, () -> compiler.parse(code, true));
        requireNoError();
        var statements = valueOf(parsed)._1();
        return statements.isEmpty() ? null : run(label, ScalaPieces.of(code, statements));
    }

    private @Nullable Object run(String label, ScalaPieces pieces) throws Throwable {
        Object value = null;
        int next = 0;

        while (next < pieces.size()) {
            int end = next + 1;
            IMain.Request request = compiled(label, pieces.text(next, end));

            while (request == null && end < pieces.size()) {
                // A class may refer to what follows it.
                reporter.takeError();
                request = compiled(label, pieces.text(next, ++end));
            }

            value = execute(request);
            next = end;
        }

        return value;
    }

    private IMain.@Nullable Request compiled(String label, String piece) {
        var compiled = labelled(label, () -> compiler.compile(piece, false, true));
        return compiled.isRight() ? valueOf(compiled) : null;
    }

    private @Nullable Object execute(IMain.@Nullable Request request) throws Throwable {
        requireNoError();

        if (request == null) {
            throw new ScalaCompileError("the compiler does not say why; it does so when it is interrupted", 1, "");
        }

        IMain.ReadEvalPrint piece = request.lineRep();
        Map<String, byte[]> classFiles = classFiles(piece.packageName());
        loader.add(classFiles);
        publisher.publish(loader, classFiles);
        call(piece, piece.printName());
        compiler.recordRequest(request);
        return endsWithExpression(request) ? valueOrNull(call(piece, piece.resultName())) : null;
    }

    /** The interpreter gives an expression that code ends with a name of its own. */
    private boolean endsWithExpression(IMain.Request request) {
        return request.trees().last() instanceof Trees.ValDef last
                && compiler.naming().isUserVarName(last.name().toString());
    }

    private static @Nullable Object valueOrNull(@Nullable Object value) {
        return value instanceof BoxedUnit ? null : value;
    }

    private @Nullable Object call(IMain.ReadEvalPrint piece, String name) throws Throwable {
        try {
            return Class.forName(piece.evalPath(), true, loader).getMethod(name).invoke(null);
        } catch (InvocationTargetException e) {
            throw thrownByCode(e);
        }
    }

    private static Throwable thrownByCode(InvocationTargetException e) {
        Throwable thrown = e;

        while (thrown instanceof InvocationTargetException || thrown instanceof ExceptionInInitializerError) {
            Throwable cause = thrown.getCause();

            if (cause == null) {
                return thrown;
            }

            thrown = cause;
        }

        return thrown;
    }

    /** What does not succeed, and is no error of the code's, has no reason that could be told. */
    private static <T> T valueOf(Either<Results.Result, T> result) {
        return ((Right<Results.Result, T>) result).value();
    }

    private Map<String, byte[]> classFiles(String packageName) {
        Map<String, byte[]> files = new HashMap<>();
        AbstractFile folder = ((AbstractFile) compiler.outputDir()).lookupName(packageName, true);

        for (AbstractFile file : CollectionConverters.asJava(folder)) {
            files.put(packageName + "." + file.name().replaceAll("\\.class$", ""), bytesOf(file));
        }

        return files;
    }

    private static byte[] bytesOf(AbstractFile file) {
        try {
            return file.toByteArray();
        } catch (Exception e) {
            // Scala does not declare what this throws, and a file in memory throws nothing.
            throw new IllegalStateException("Cannot read " + file, e);
        }
    }

    private <T> T labelled(String label, Supplier<T> work) {
        return compiler.withLabel(label, work::get);
    }

    private void requireNoError() {
        reporter.takeError().ifPresent(error -> {
            throw error;
        });
    }

    @Override
    public void close() {
        compiler.close();
    }
}
