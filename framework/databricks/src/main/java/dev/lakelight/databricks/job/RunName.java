package dev.lakelight.databricks.job;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a run, which everything has that is made for it: {@code ll_202611300700_1a2b3c4d5e}. It tells until when that may be
 * needed, so that what an interrupted run leaves can be removed by whoever finds it.
 *
 * @param expires to the minute
 * @param id the same for the same commit, suite and build
 */
public record RunName(Instant expires, String id) {

    private static final String PREFIX = "ll_";
    private static final int ID_BYTES = 5;
    private static final Pattern FORM = Pattern.compile(PREFIX + "(\\d{12})_([0-9a-f]{10})");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMddHHmm");

    public RunName {
        expires = expires.truncatedTo(ChronoUnit.MINUTES);
        requireNonNull(id, "id");
    }

    /** Return the id that stands for these: the commit, the suite and the build. */
    public static String id(List<String> facts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            facts.forEach(fact -> digest.update((fact + "\0").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** Read a name; empty when it is that of something else. */
    public static Optional<RunName> parse(String text) {
        Matcher matcher = FORM.matcher(text);

        if (!matcher.matches()) {
            return Optional.empty();
        }

        try {
            Instant expires = LocalDateTime.parse(matcher.group(1), MINUTE).toInstant(ZoneOffset.UTC);
            return Optional.of(new RunName(expires, matcher.group(2)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Return the catalog of a test, by its number. */
    public String catalog(int test) {
        return "%s_%d".formatted(this, test);
    }

    /** Return the token by which a submitted run is found again. */
    public String token(int batch) {
        return "%s_%d".formatted(this, batch);
    }

    @Override
    public String toString() {
        return PREFIX + MINUTE.format(expires.atOffset(ZoneOffset.UTC)) + "_" + id;
    }
}
