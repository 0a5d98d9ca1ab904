package dev.lakelight.dialect;

/** Throws checked exceptions where Scala, which declares none, expects them as they are. */
final class Thrown {

    private Thrown() {}

    /** Throw an exception; the result is for {@code throw} statements. */
    static RuntimeException asIs(Exception e) {
        return Thrown.<RuntimeException>thrown(e);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Exception> E thrown(Exception e) throws E {
        throw (E) e;
    }
}
