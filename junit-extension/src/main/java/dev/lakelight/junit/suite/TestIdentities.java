package dev.lakelight.junit.suite;

import dev.lakelight.junit.engine.LakelightTestEngine;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.TestIdentity;
import dev.lakelight.result.TestKind;
import dev.lakelight.secret.KnownSecrets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Names tests as reports show them. */
final class TestIdentities {

    private final ProjectFiles files;
    private final Map<String, TestIdentity> byId = new ConcurrentHashMap<>();

    TestIdentities(Path baseDirectory) {
        this.files = ProjectFiles.of(
                baseDirectory,
                List.of(Path.of("src/test/java"), Path.of("src/test/scala"), Path.of("src/test/kotlin")));
    }

    /** A test is the same whatever it does: secrets that come to be known later stay in its name. */
    TestIdentity of(TestIdentifier test, TestPlan plan) {
        return byId.computeIfAbsent(test.getUniqueId(), id -> secretFree(identity(test, plan)));
    }

    /** Return the id of the identity for a unique id of JUnit's, or that itself where it is of none. */
    String idOf(String uniqueId) {
        TestIdentity known = byId.get(uniqueId);
        return known == null ? uniqueId : known.id();
    }

    private static TestIdentity secretFree(TestIdentity test) {
        KnownSecrets secrets = KnownSecrets.ofThisJvm();
        return new TestIdentity(
                secretFree(test.id()),
                test.kind(),
                secrets.redact(test.suite()),
                secrets.redact(test.name()),
                test.source());
    }

    /** Some characters are encoded in ids. Two tests may differ by their secrets alone. */
    private static String secretFree(String id) {
        String decoded = UniqueId.parse(id).getSegments().stream()
                .map(segment -> "[%s:%s]".formatted(segment.getType(), segment.getValue()))
                .collect(Collectors.joining("/"));
        String redacted = KnownSecrets.ofThisJvm().redact(decoded);
        return redacted.equals(decoded) ? id : "%s#%x".formatted(redacted, id.hashCode());
    }

    private TestIdentity identity(TestIdentifier test, TestPlan plan) {
        boolean ours = test.getUniqueIdObject()
                .getEngineId()
                .filter(LakelightTestEngine.ID::equals)
                .isPresent();
        return ours && test.getParentIdObject().isPresent() ? ofFile(test) : ofClass(test, plan);
    }

    private TestIdentity ofFile(TestIdentifier test) {
        TestName name = TestName.of(test);
        return new TestIdentity(test.getUniqueId(), name.kind(), name.suite(), name.name(), fileSource(test));
    }

    private @Nullable SourceLocation fileSource(TestIdentifier test) {
        return test.getSource()
                .filter(FileSource.class::isInstance)
                .map(FileSource.class::cast)
                .map(source -> new SourceLocation(
                        files.relative(source.getFile().toPath()),
                        source.getPosition().map(FilePosition::getLine).orElse(0)))
                .orElse(null);
    }

    private TestIdentity ofClass(TestIdentifier test, TestPlan plan) {
        Deque<TestIdentifier> path = pathBelowClass(test, plan);
        Optional<String> className = className(path.getFirst());
        String suite =
                className.orElseGet(() -> plan.getParent(test).orElse(test).getDisplayName());
        return new TestIdentity(
                test.getUniqueId(),
                TestKind.JUNIT,
                suite,
                name(path),
                className.flatMap(this::classSource).orElse(null));
    }

    /** From the method, or what an engine has in its place, down to the test: a template's invocation has two steps. */
    private static Deque<TestIdentifier> pathBelowClass(TestIdentifier test, TestPlan plan) {
        Deque<TestIdentifier> path = new ArrayDeque<>();
        path.addFirst(test);
        Optional<TestIdentifier> parent = plan.getParent(test);

        while (parent.isPresent() && isMethod(parent.get().getSource().orElse(null))) {
            path.addFirst(parent.get());
            parent = plan.getParent(parent.get());
        }

        return path;
    }

    private static boolean isMethod(@Nullable TestSource source) {
        return source instanceof MethodSource;
    }

    private static Optional<String> className(TestIdentifier test) {
        TestSource source = test.getSource().orElse(null);

        if (source instanceof MethodSource method) {
            return Optional.of(method.getClassName());
        }

        return source instanceof ClassSource type ? Optional.of(type.getClassName()) : Optional.empty();
    }

    private static String name(Deque<TestIdentifier> path) {
        Iterator<TestIdentifier> steps = path.iterator();
        StringBuilder name = new StringBuilder(methodName(steps.next()));
        steps.forEachRemaining(step -> name.append(' ').append(bracketed(step.getDisplayName())));
        return name.toString();
    }

    /** Jupiter displays {@code method(ParameterTypes)} unless told otherwise; injected parameters say nothing to readers. */
    private static String methodName(TestIdentifier test) {
        String shown = test.getDisplayName();
        return test.getSource().orElse(null) instanceof MethodSource method
                        && shown.startsWith(method.getMethodName() + "(")
                ? method.getMethodName()
                : shown;
    }

    private static String bracketed(String text) {
        return text.startsWith("[") ? text : "[" + text + "]";
    }

    private Optional<SourceLocation> classSource(String className) {
        String outer = className.split("\\$", 2)[0].replace('.', '/');
        return List.of(".java", ".scala", ".kt").stream()
                .flatMap(extension -> files.find(outer + extension).stream())
                .findFirst()
                .map(file -> new SourceLocation(files.relative(file), 0));
    }
}
