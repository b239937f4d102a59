package org.nocturne.learning.export.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes Parquet of lines of JSON, streaming, with DuckDB inside this process. */
public final class ParquetFile {
    private static final String COLUMNS = """
            {kind: 'VARCHAR', subject: 'VARCHAR', role: 'VARCHAR', ordinal: 'INTEGER', round: 'INTEGER', state: 'VARCHAR',
             temperature_k: 'DOUBLE', method: 'VARCHAR', energy_ev: 'DOUBLE', atoms: 'INTEGER', numbers: 'INTEGER[]',
             positions_angstrom: 'DOUBLE[][]', forces_ev_per_angstrom: 'DOUBLE[][]', cell_angstrom: 'DOUBLE[][]',
             pbc: 'BOOLEAN[]'}""";

    private ParquetFile() {}

    /**
     * Writes one row for each line, in their order.
     *
     * @param longestLine in bytes
     */
    public static void of(Path jsonLines, long longestLine, Path parquet) throws IOException {
        // Names of files cannot be parameters of COPY; they stand as literals, their quotes doubled.
        String sql = "copy (select * from read_ndjson(" + literal(jsonLines) + ", columns = " + COLUMNS
                + ", maximum_object_size = " + Math.max(longestLine + 1, 1 << 24) + ")) to " + literal(parquet)
                + " (format parquet, compression zstd)";
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("set threads = 1");
            statement.execute("set preserve_insertion_order = true");
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IOException(parquet + ": DuckDB could not write it: " + e.getMessage(), e);
        }
    }

    private static String literal(Path file) {
        return "'" + file.toAbsolutePath().toString().replace("'", "''") + "'";
    }
}
