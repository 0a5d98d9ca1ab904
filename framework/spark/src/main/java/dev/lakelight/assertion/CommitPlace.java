package dev.lakelight.assertion;

/**
 * Which commit it is, for messages.
 *
 * @param which {@code last} or {@code first}
 * @param table whose commit it is
 * @param version of the commit
 */
record CommitPlace(String which, String table, long version) {

    @Override
    public String toString() {
        return "the %s commit of %s, version %d,".formatted(which, table, version);
    }
}
