package dev.kith.caseload;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** SQL that is put together part by part, each with what stands for its question marks. */
final class Question {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    Question add(String part, Object... more) {
        sql.append(part);
        values.addAll(List.of(more));
        return this;
    }

    /** Instants and arrays of text as the database takes them. */
    PreparedStatement on(Connection connection) throws SQLException {
        var select = connection.prepareStatement(sql.toString());
        for (var i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value instanceof Instant at) {
                select.setObject(i + 1, at.atOffset(ZoneOffset.UTC));
            } else if (value instanceof String[] texts) {
                select.setArray(i + 1, connection.createArrayOf("text", texts));
            } else {
                select.setObject(i + 1, value);
            }
        }
        return select;
    }
}
