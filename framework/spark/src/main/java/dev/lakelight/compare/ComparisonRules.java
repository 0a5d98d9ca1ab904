package dev.lakelight.compare;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What users said about a comparison.
 *
 * @param key columns by which rows are paired; empty for none
 * @param flags what is switched on
 * @param columns which columns are compared
 * @param cells when values are equal
 */
record ComparisonRules(List<String> key, Set<Flag> flags, ColumnChoice columns, CellRuleBook cells) {

    static final ComparisonRules EXACT =
            new ComparisonRules(List.of(), EnumSet.noneOf(Flag.class), ColumnChoice.ALL, CellRuleBook.EMPTY);

    /** What is off unless it is asked for. */
    enum Flag {
        ORDERED,
        WIDER_TYPES,
        PLACEHOLDERS
    }

    ComparisonRules {
        key = List.copyOf(key);
        flags = Set.copyOf(flags);
    }

    ComparisonRules with(Flag flag) {
        Set<Flag> more = EnumSet.of(flag);
        more.addAll(flags);
        return new ComparisonRules(key, more, columns, cells);
    }

    ComparisonRules pairedBy(List<String> names) {
        return new ComparisonRules(names, flags, columns, cells);
    }

    ComparisonRules with(ColumnChoice choice) {
        return new ComparisonRules(key, flags, choice, cells);
    }

    ComparisonRules with(CellRuleBook book) {
        return new ComparisonRules(key, flags, columns, book);
    }

    boolean isOrdered() {
        return flags.contains(Flag.ORDERED);
    }

    boolean takesWiderTypes() {
        return flags.contains(Flag.WIDER_TYPES);
    }

    boolean readsPlaceholders() {
        return flags.contains(Flag.PLACEHOLDERS);
    }
}
