package org.manypaths.guide.page;

import java.util.List;
import java.util.stream.IntStream;

/** A table with a caption, whose columns and rows all have a head; a column in which nothing stands is left out. */
public record Table(String caption, List<String> columns, List<Row> rows) {

    public Table {
        List<Row> all = rows;
        List<Integer> filled = IntStream.range(0, columns.size() - 1)
                .filter(at -> all.isEmpty() || all.stream().anyMatch(row -> row.isFilled(at)))
                .boxed()
                .toList();
        if (filled.size() < columns.size() - 1) {
            List<String> heads = columns;
            columns = IntStream.range(0, heads.size())
                    .filter(at -> at == 0 || filled.contains(at - 1))
                    .mapToObj(heads::get)
                    .toList();
            rows = rows.stream().map(row -> row.withOnly(filled)).toList();
        }
    }
}
