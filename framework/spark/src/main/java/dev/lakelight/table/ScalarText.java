package dev.lakelight.table;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.CharType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.VarcharType;

/** Reads the text of a value that is not nested. Nothing is rounded, cut or guessed. */
final class ScalarText {

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern NOT_FINITE = Pattern.compile("NaN|[+-]?Infinity");

    /** By the first word of Spark's type name, because not every Spark version has a class for every type. */
    private static final Map<String, Scalar> SCALARS = Map.ofEntries(
            entry("boolean", new Scalar("true or false", (text, of) -> bool(text))),
            entry("byte", whole(Byte.MIN_VALUE, Byte.MAX_VALUE, Byte::valueOf)),
            entry("short", whole(Short.MIN_VALUE, Short.MAX_VALUE, Short::valueOf)),
            entry("integer", whole(Integer.MIN_VALUE, Integer.MAX_VALUE, Integer::valueOf)),
            entry("long", whole(Long.MIN_VALUE, Long.MAX_VALUE, Long::valueOf)),
            entry("float", floating(Float::valueOf)),
            entry("double", floating(Double::valueOf)),
            entry("decimal", new Scalar("", (text, of) -> decimal(text, (DecimalType) of.type()))),
            entry("string", new Scalar("any text", (text, of) -> text)),
            entry("char", new Scalar("", (text, of) -> atMost(((CharType) of.type()).length(), text))),
            entry("varchar", new Scalar("", (text, of) -> atMost(((VarcharType) of.type()).length(), text))),
            entry(
                    "binary",
                    new Scalar(
                            "hexadecimal digits such as 1F8B",
                            (text, of) -> HexFormat.of().parseHex(text))),
            entry("date", new Scalar("a date such as 2011-12-09", (text, of) -> LocalDate.parse(text))),
            entry(
                    "timestamp",
                    new Scalar(
                            "a time such as 2011-12-09 14:30:00 or, with an offset, 2011-12-09 14:30:00+01:00",
                            (text, of) -> TimestampText.instant(text, of.zone()))),
            entry(
                    "timestamp_ntz",
                    new Scalar(
                            "a time without an offset such as 2011-12-09 14:30:00",
                            (text, of) -> TimestampText.local(text))),
            entry("time", new Scalar("a time of day such as 14:30:00", (text, of) -> LocalTime.parse(text))));

    private final ZoneId zone;

    /** Read times without an offset as those of {@code zone}. */
    ScalarText(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Return the value as one of Spark's external types.
     *
     * @throws BadValueException when the text is not one of the type
     */
    Object read(String text, DataType type) throws BadValueException {
        Scalar scalar = SCALARS.get(firstWord(type));

        if (scalar == null) {
            throw BadValueException.because("%s cannot be written in a data file".formatted(type.sql()));
        }

        try {
            return scalar.parser().parse(text, new Target(type, zone));
        } catch (ArithmeticException | DateTimeException | IllegalArgumentException e) {
            throw BadValueException.found(text, type, scalar.accepted(type));
        }
    }

    private static String firstWord(DataType type) {
        return type.typeName().split("[( ]", 2)[0];
    }

    private static Boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Scalar whole(long least, long greatest, Function<String, Object> parser) {
        String accepted = "a whole number from %d to %d".formatted(least, greatest);
        return new Scalar(accepted, (text, of) -> parser.apply(matching(WHOLE, text)));
    }

    private static Scalar floating(Function<String, Object> parser) {
        return new Scalar("a number such as 1.5, 2e-3, NaN or Infinity", (text, of) -> {
            boolean finite = !NOT_FINITE.matcher(text).matches();
            return parser.apply(finite ? matching(NUMBER, text) : text);
        });
    }

    private static String matching(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }

        return text;
    }

    private static BigDecimal decimal(String text, DecimalType type) {
        BigDecimal exact = new BigDecimal(matching(NUMBER, text)).setScale(type.scale(), RoundingMode.UNNECESSARY);

        if (exact.precision() > type.precision()) {
            throw new ArithmeticException(text);
        }

        return exact;
    }

    private static String atMost(int length, String text) {
        if (text.codePointCount(0, text.length()) > length) {
            throw new IllegalArgumentException(text);
        }

        return text;
    }

    /** What a text is to become. */
    private record Target(DataType type, ZoneId zone) {}

    private interface Parser {
        Object parse(String text, Target target);
    }

    /** How one type is written; what depends on its parameters is put together when it is needed. */
    private record Scalar(String takes, Parser parser) {

        String accepted(DataType type) {
            if (type instanceof DecimalType decimal) {
                return "a number with at most %d digits before and %d after the point"
                        .formatted(decimal.precision() - decimal.scale(), decimal.scale());
            }

            return takes.isEmpty() ? "a text of at most that many characters" : takes;
        }
    }
}
