package dev.lakelight.catalog;

import dev.lakelight.problem.ThrownText;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Names schemas in exceptions as users do. Spark and Delta write the names of Spark's session catalog into what they throw, so the
 * text is changed in there: who catches it finds the same exception, with its type, condition and stack.
 */
public final class ShownErrors {

    /** What may throw. */
    interface Work<T, E extends Exception> {

        T run() throws E;
    }

    private final Catalogs catalogs;

    /** Show the schemas of a session's catalogs. */
    public ShownErrors(SparkSession session) {
        this(new Catalogs(session));
    }

    ShownErrors(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    /** Do so with what was thrown in a thread, by the catalogs of its active session. */
    public static void showInActiveSession(Throwable thrown) {
        Option<SparkSession> session = SparkSession.getActiveSession();

        if (session.isDefined()) {
            new ShownErrors(session.get()).show(thrown);
        }
    }

    /** Do so with a text that was printed in a thread, such as a plan of Spark. */
    public static String shownInActiveSession(String printed) {
        Option<SparkSession> session = printed.contains("__") ? SparkSession.getActiveSession() : Option.empty();
        return session.isDefined() ? new Catalogs(session.get()).shownText().of(printed) : printed;
    }

    /** Do work, and throw what it throws with the names that users know. */
    <T, E extends Exception> T during(Work<T, E> work) throws E {
        try {
            return work.run();
        } catch (Throwable e) {
            show(e);
            throw e;
        }
    }

    /** Name schemas as users do in what was thrown, in its causes and in what it suppresses. */
    public void show(Throwable thrown) {
        show(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private void show(@Nullable Throwable thrown, Set<Throwable> shown) {
        if (thrown == null || !shown.add(thrown)) {
            return;
        }

        showText(thrown);
        show(thrown.getCause(), shown);

        for (Throwable suppressed : thrown.getSuppressed()) {
            show(suppressed, shown);
        }
    }

    private void showText(Throwable thrown) {
        String message = ThrownText.message(thrown);

        if (!message.contains("__")) {
            return;
        }

        ShownText text = catalogs.shownText();
        String shown = text.of(message);

        if (!shown.equals(message)) {
            ThrownFields fields = new ThrownFields(thrown);
            fields.change("detailMessage", String.class, text::of);
            fields.change("message", String.class, text::of);
            fields.change("messageParameters", scala.collection.immutable.Map.class, map -> shown(map, text));
            dropPlan(thrown, shown, fields);
        }
    }

    private static scala.collection.immutable.Map<?, ?> shown(
            scala.collection.immutable.Map<?, ?> parameters, ShownText text) {
        Map<Object, Object> shown = new HashMap<>(CollectionConverters.asJava(parameters));
        shown.replaceAll((name, value) -> text.of(String.valueOf(value)));
        return scala.collection.immutable.Map$.MODULE$.from(CollectionConverters.asScala(shown));
    }

    /** Spark appends the plan of a query to its message whenever it is asked for; a plan with other names is left out. */
    private static void dropPlan(Throwable thrown, String shown, ThrownFields fields) {
        if (thrown instanceof AnalysisException && !shown.equals(thrown.getMessage())) {
            fields.change("plan", Option.class, plan -> Option.empty());
        }
    }
}
