package dev.lakelight.dialect;

import dev.lakelight.sql.StatementReader;
import java.util.Optional;
import java.util.Set;

/** Statements about permissions, owners and tags: they change nothing that a pipeline can see. */
final class Governance {

    private static final String NO_PERMISSIONS = "there are no users and no permissions here";
    private static final String NO_CATALOG = "owners and tags are not kept here";
    private static final String NO_DISK_CACHE = "there is no disk cache here";
    private static final String NO_INDEX = "Delta has no such index, and finds the same rows without";
    private static final String NO_SERVICE = "no service looks after tables here";
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
        return reason(statement).isPresent();
    }

    static DialectStatement of(String sql) {
        return new AcceptedStatement(sql, reason(StatementReader.of(sql, "")).orElseThrow());
    }

    private static Optional<String> reason(StatementReader statement) {
        if (statement.at("CACHE", "SELECT")) {
            return Optional.of(NO_DISK_CACHE);
        }

        if (statement.at("CREATE", "BLOOMFILTER") || statement.at("DROP", "BLOOMFILTER")) {
            return Optional.of(NO_INDEX);
        }

        if (isOfGroups(statement) || statement.at("MSCK", "REPAIR", "PRIVILEGES")) {
            return Optional.of(NO_PERMISSIONS);
        }

        if (isComment(statement) || statement.at("SET", "TAG") || statement.at("UNSET", "TAG")) {
            return Optional.of(NO_CATALOG);
        }

        return ofSecurable(statement.again());
    }

    private static boolean isOfGroups(StatementReader statement) {
        return statement.atOneOf(Set.of("CREATE", "ALTER", "DROP"))
                && statement.firstWords(2).contains("GROUP");
    }

    private static boolean isComment(StatementReader statement) {
        return statement.at("COMMENT", "ON", "CATALOG")
                || statement.at("COMMENT", "ON", "VOLUME")
                || statement.at("COMMENT", "ON", "FUNCTION");
    }

    private static Optional<String> ofSecurable(StatementReader reader) {
        if (!reader.accept("ALTER") || !reader.atOneOf(SECURABLES)) {
            return Optional.empty();
        }

        reader.take();

        while (!reader.atEnd()) {
            if (reader.at("OWNER", "TO") || reader.at("SET", "TAGS") || reader.at("UNSET", "TAGS")) {
                return Optional.of(NO_CATALOG);
            }

            if (reader.at("PREDICTIVE", "OPTIMIZATION") || reader.at("CLUSTER", "BY", "AUTO")) {
                return Optional.of(NO_SERVICE);
            }

            reader.take();
        }

        return Optional.empty();
    }
}
