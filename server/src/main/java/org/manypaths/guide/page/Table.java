package org.manypaths.guide.page;

import java.util.List;

/** A table with a caption, whose columns and rows all have a head. */
public record Table(String caption, List<String> columns, List<Row> rows) {}
