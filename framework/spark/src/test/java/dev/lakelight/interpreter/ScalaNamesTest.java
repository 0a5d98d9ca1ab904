package dev.lakelight.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalaNamesTest {

    @ParameterizedTest
    @CsvSource({
        "$line10012.$read$$iw$$iw$Item, Item",
        "class $line3.$read$$iw$Item cannot be cast, class Item cannot be cast",
        "$line3/$read$$iw$Item$Inner, Item$Inner",
        "$line3.$read.INSTANCE.$iw.$iw.Item, Item",
        "found: List[$iw.Item], found: List[Item]",
        "$line3.$read$$iw, cell",
        "java.io.NotSerializableException: $line3.$read$$iw$Shop, java.io.NotSerializableException: Shop",
        "$line3.$read$, cell",
        "costs $5 a $line, costs $5 a $line"
    })
    void keepsTheInterpretersOwnNamesOutOfTexts(String text, String cleaned) {
        assertThat(ScalaNames.clean(text)).isEqualTo(cleaned);
    }
}
