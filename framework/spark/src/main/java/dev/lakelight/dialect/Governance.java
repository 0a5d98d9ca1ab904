package dev.lakelight.dialect;

import dev.lakelight.sql.StatementReader;
import java.util.Set;

/** Statements about permissions, owners and tags: they change nothing that a pipeline can see. */
final class Governance {

    private static final String NO_PERMISSIONS = "there are no users and no permissions here";
    private static final String NO_CATALOG = "owners and tags are not kept here";
    private static final String NO_DISK_CACHE = "there is no disk cache here";
    private static final Set<String> SECURABLES =
            Set.of("TABLE", "VIEW", "SCHEMA", "DATABASE", "CATALOG", "VOLUME", "FUNCTION");

    private Governance() {}

    /** Read {@code GRANT}, {@code REVOKE} or {@code DENY}. */
    static DialectStatement permission(String sql) {
        boolean revoke = StatementReader.of(sql, "").at("REVOKE");
        String verb =
                revoke ? "REVOKE" : StatementReader.of(sql, "").firstWords(1).get(0);
        String direction = revoke ? "FROM" : "TO";
        StatementReader reader =
                StatementReader.of(sql, "%s privilege ON object %s principal".formatted(verb, direction));
        reader.require(verb);
        takeUntil(reader, "ON");
        takeUntil(reader, direction);
        reader.take();
        return new AcceptedStatement(sql, NO_PERMISSIONS);
    }

    private static void takeUntil(StatementReader reader, String word) {
        do {
            reader.take();
        } while (!reader.at(word));

        reader.require(word);
    }

    static boolean isOne(StatementReader statement) {
        StatementReader reader = statement.again();

        if (reader.at("CACHE", "SELECT")) {
            return true;
        }

        if (!reader.accept("ALTER") || !reader.atOneOf(SECURABLES)) {
            return false;
        }

        reader.take();

        while (!reader.atEnd()) {
            if (reader.at("OWNER", "TO") || reader.at("SET", "TAGS") || reader.at("UNSET", "TAGS")) {
                return true;
            }

            reader.take();
        }

        return false;
    }

    static DialectStatement of(String sql) {
        boolean cache = StatementReader.of(sql, "").at("CACHE");
        return new AcceptedStatement(sql, cache ? NO_DISK_CACHE : NO_CATALOG);
    }
}
