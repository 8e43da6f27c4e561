package dev.kith.report;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import org.jboss.resteasy.reactive.RestResponse;

/** A table to be kept as a file, sent while it is read. */
final class CsvReply {
    private static final String TYPE = "text/csv;charset=utf-8;header=present";

    private CsvReply() {}

    /** Writes rows to the reader. */
    interface Rows {
        void write(OutputStream out) throws IOException, SQLException;
    }

    static RestResponse<StreamingOutput> of(String file, Rows rows) {
        StreamingOutput body = out -> {
            try {
                rows.write(out);
            } catch (SQLException e) {
                throw new IOException("the rest could not be read", e);
            }
        };
        return RestResponse.ResponseBuilder.ok(body, TYPE)
                .header("Content-Disposition", "attachment; filename=\"" + file + '"')
                .build();
    }
}
