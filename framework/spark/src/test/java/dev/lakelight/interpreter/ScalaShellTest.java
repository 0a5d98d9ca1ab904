package dev.lakelight.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ScalaShellTest {

    private static final Set<String> PUBLISHED = new TreeSet<>();

    private static ScalaShell shell;

    @BeforeAll
    static void start() {
        shell = ScalaShell.start(
                ScalaShellTest.class.getClassLoader(), (loader, classFiles) -> PUBLISHED.addAll(classFiles.keySet()));
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    private static Object run(String code) throws Throwable {
        return shell.run("test", code);
    }

    @Test
    void keepsWhatPiecesDeclare() throws Throwable {
        run("case class Item(name: String, price: Int)\nobject Item { def free(name: String) = Item(name, 0) }");
        run("var total = 0\ndef add(item: Item) = total += item.price");
        run("Seq(Item(\"a\", 2), Item.free(\"b\"), Item(\"c\", 3)).foreach(add)");

        assertThat(run("total * 2")).isEqualTo(10);
    }

    @Test
    void returnsTheValueOfTheLastExpressionOnly() throws Throwable {
        assertThat(run("val one = 1")).isNull();
        assertThat(run("1\nprint(\"\")")).isNull();
        assertThat(run("val two = 2\ntwo + 1")).isEqualTo(3);
        assertThat(run("var three = 3\nthree = 4")).isNull();
        assertThat(run("null")).isNull();
        assertThat(run("(1 + 2)")).isEqualTo(3);
    }

    @Test
    void runsNothingWhereThereIsOnlyAComment() throws Throwable {
        assertThat(run("// nothing\n/* here */\n")).isNull();
        assertThat(run("")).isNull();
    }

    @Test
    void letsDefinitionsReferToWhatFollows() throws Throwable {
        assertThat(run(
                        "class Adder { def add(i: Int) = helper(i) + offset }\nval offset = 5\ndef helper(i: Int) = i * 2\n"
                                + "new Adder().add(1)"))
                .isEqualTo(7);
    }

    @Test
    void keepsCompanionsTogether() throws Throwable {
        assertThat(
                        run(
                                "case class Coin(value: Int)\nval two = 2\nobject Coin { def two = Coin(2) }\nCoin.two.value + Coin(1).value"))
                .isEqualTo(3);
    }

    @Test
    void putsClassesIntoPiecesWithoutStatements() throws Throwable {
        String names = (String)
                run(
                        "var begun = 0\nbegun += 1\ncase class Alone(i: Int)\ndef make(i: Int) = Alone(i)\n"
                                + "val made = make(1)\nSeq(this.getClass, make(1).getClass.getEnclosingClass).map(_.getName).distinct.size.toString");

        assertThat(names).isEqualTo("2");
        assertThat(run("begun")).isEqualTo(1);
    }

    @Test
    void namesClassesAsNoOtherShellDoes() throws Throwable {
        run("class Named");
        String name = (String) run("classOf[Named].getName");

        try (ScalaShell other = ScalaShell.start(getClass().getClassLoader(), (loader, classFiles) -> {})) {
            other.run("test", "class Named");
            assertThat(other.run("test", "classOf[Named].getName")).isNotEqualTo(name);
        }

        assertThat(name).matches("\\$line\\d+\\.\\$read(\\$\\$iw)+\\$Named");
        assertThat(PUBLISHED).contains(name);
    }

    @Test
    void letsTheCompilerGoWhenItIsClosed() throws Throwable {
        AtomicReference<Object> kept = new AtomicReference<>();

        WeakReference<Object> compiler = compilerOfClosed(kept);

        await().until(() -> {
            System.gc();
            return compiler.get() == null;
        });
        assertThat(kept.get().getClass().getSimpleName()).isEqualTo("Kept");
    }

    /** A method of its own: nothing of it stays on the stack. */
    private static WeakReference<Object> compilerOfClosed(AtomicReference<Object> kept) throws Throwable {
        try (ScalaShell other = ScalaShell.start(ScalaShellTest.class.getClassLoader(), (loader, classFiles) -> {})) {
            kept.set(other.run("test", "class Kept\nnew Kept"));
            Field field = ScalaShell.class.getDeclaredField("compiler");
            field.setAccessible(true);
            return new WeakReference<>(field.get(other));
        }
    }

    @Test
    void saysWhereItDoesNotCompile() {
        assertThatThrownBy(() -> run("val a = 1\n\nval b: Int =\n  a + missing"))
                .isInstanceOf(ScalaCompileError.class)
                .hasMessage("not found: value missing")
                .satisfies(error -> {
                    assertThat(((ScalaCompileError) error).line()).isEqualTo(4);
                    assertThat(((ScalaCompileError) error).caret()).isEqualTo("  a + missing\n      ^");
                });
    }

    @Test
    void saysWhereItIsNotFinished() {
        assertThatThrownBy(() -> run("for (i <- 1 to 3) {\n  println(i)\n"))
                .isInstanceOf(ScalaCompileError.class)
                .hasMessage("'}' expected but eof found.")
                .satisfies(
                        error -> assertThat(((ScalaCompileError) error).line()).isEqualTo(2));
    }

    @Test
    void namesTypesAsTheyAreWritten() {
        assertThatThrownBy(() -> run("case class Wanted(a: Int)\nval w: Wanted = \"text\""))
                .isInstanceOf(ScalaCompileError.class)
                .hasMessage("type mismatch; found : String(\"text\"); required: Wanted");
    }

    @Test
    void throwsWhatCodeThrows() throws Throwable {
        assertThatThrownBy(() -> run("val before = 1\nsys.error(\"broken\")"))
                .isExactlyInstanceOf(RuntimeException.class)
                .hasMessage("broken");
        assertThatThrownBy(() -> run("before")).isInstanceOf(ScalaCompileError.class);
        assertThat(run("1 + 1")).isEqualTo(2);
    }
}
