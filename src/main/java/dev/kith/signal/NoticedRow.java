package dev.kith.signal;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.signal.SignalBook.Noticed;
import dev.kith.signal.Standing.About;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A signal as a row of the book has it, whose columns the book names. */
final class NoticedRow {
    private static final TypeReference<Map<String, BigDecimal>> FIGURES = new TypeReference<>() {};

    private NoticedRow() {}

    static Noticed read(ResultSet row, ObjectMapper json) throws SQLException {
        return new Noticed(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                standing(row, json),
                requireNonNull(at(row, 15)),
                at(row, 16));
    }

    private static Standing standing(ResultSet row, ObjectMapper json) throws SQLException {
        try {
            return new Standing(
                    SignalRule.of(row.getString(3)),
                    row.getInt(4),
                    row.getString(5),
                    new About(
                            row.getString(6),
                            row.getString(7),
                            row.getString(8),
                            row.getString(9),
                            row.getObject(10, UUID.class),
                            row.getString(17)),
                    json.readValue(row.getString(12), FIGURES),
                    List.of((String[]) row.getArray(13).getArray()),
                    row.getObject(11, UUID.class),
                    requireNonNull(at(row, 14)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Figures that cannot be read", e);
        }
    }

    private static @Nullable Instant at(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
