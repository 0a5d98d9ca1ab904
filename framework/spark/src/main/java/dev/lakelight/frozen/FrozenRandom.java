package dev.lakelight.frozen;

import dev.lakelight.problem.UserError;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionWithRandomSeed;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.internal.SharedState;

/**
 * Replaces the seeds that Spark has drawn for {@code rand}, {@code randn}, {@code uuid} and their like. Each such function of a lake
 * gets the next of a sequence of seeds, whichever session asks, so that no two of them have the same values.
 *
 * @param seed of the sequence
 * @param drawn how many seeds the lake has got
 */
record FrozenRandom(long seed, AtomicLong drawn) {

    private static final Map<SharedState, AtomicLong> DRAWN = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * Read a setting.
     *
     * @throws UserError when it is no whole number
     */
    static FrozenRandom of(String setting, SharedState lake) {
        try {
            return new FrozenRandom(
                    Long.parseLong(setting.strip()), DRAWN.computeIfAbsent(lake, first -> new AtomicLong()));
        } catch (NumberFormatException e) {
            throw new UserError(
                    "%s is '%s', which is no whole number. Write one such as 42.".formatted(FrozenPlan.SEED, setting),
                    e);
        }
    }

    Expression in(Expression expression) {
        return expression instanceof ExpressionWithRandomSeed random && isDrawn(random.seedExpression())
                ? random.withNewSeed(next())
                : expression;
    }

    /**
     * By now nobody can tell a seed that Spark drew from one that the query has, except by its size: Spark draws any BIGINT, people
     * write an INT. What is replaced gets an INT, too, so it is not replaced again.
     */
    private static boolean isDrawn(Expression seed) {
        return seed instanceof Literal literal && literal.value() instanceof Long value && value != value.intValue();
    }

    private long next() {
        Random sequence = new Random(seed);
        sequence.setSeed(sequence.nextLong() ^ drawn.getAndIncrement());
        return sequence.nextInt(Integer.MAX_VALUE);
    }
}
