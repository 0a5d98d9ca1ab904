package dev.lakelight.interpreter;

import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.internal.Trees;
import scala.reflect.io.AbstractFile;
import scala.runtime.BoxedUnit;
import scala.tools.nsc.Settings;
import scala.tools.nsc.interpreter.IMain;
import scala.tools.nsc.interpreter.Results;
import scala.util.Either;
import scala.util.Left;
import scala.util.Right;

/**
 * Scala's interpreter. What code declares stays for the code that follows. It runs on the thread that calls, and its classes have
 * names that no other interpreter of this JVM gives. Not thread-safe.
 */
public final class ScalaShell implements AutoCloseable {

    /** More pieces of code than any notebook has; the numbers of two hundred thousand interpreters fit into an {@code int}. */
    private static final int PIECES_EACH = 10_000;

    private static final Seq<Object> NO_ARGUMENTS =
            CollectionConverters.asScala(List.<Object>of()).toList();
    private static final AtomicInteger LAST = new AtomicInteger();

    private final IMain compiler;
    private final ScalaReporter reporter;
    private final ClassPublisher publisher;

    private ScalaShell(IMain compiler, ScalaReporter reporter, ClassPublisher publisher) {
        this.compiler = compiler;
        this.reporter = reporter;
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
        return new ScalaShell(compiler, reporter, publisher);
    }

    /** Return the loader of all classes that code has declared. */
    public ClassLoader classLoader() {
        return compiler.classLoader();
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
        return statements.isEmpty() ? null : run(label, code, ScalaPieces.of(code, statements));
    }

    private @Nullable Object run(String label, String code, List<String> pieces) throws Throwable {
        IMain.Request first = compiled(label, pieces.get(0));

        if (first == null && pieces.size() > 1) {
            // What the first piece defines may refer to what comes later.
            reporter.takeError();
            return run(label, code, List.of(code));
        }

        Object value = execute(first);

        for (String piece : pieces.subList(1, pieces.size())) {
            value = execute(compiled(label, piece));
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
            throw new ScalaCompileError("the compiler does not say why", 1, "");
        }

        IMain.ReadEvalPrint piece = request.lineRep();
        publisher.publish(compiler.classLoader(), classFiles(piece.packageName()));
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

    private static @Nullable Object call(IMain.ReadEvalPrint piece, String name) throws Throwable {
        var called = piece.callEither(name, NO_ARGUMENTS);

        if (called instanceof Right<Throwable, Object> returned) {
            return returned.value();
        }

        Throwable thrown = ((Left<Throwable, Object>) called).value();

        while ((thrown instanceof InvocationTargetException || thrown instanceof ExceptionInInitializerError)
                && thrown.getCause() != null) {
            thrown = thrown.getCause();
        }

        throw thrown;
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
