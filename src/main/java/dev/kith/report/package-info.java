/**
 * What leaves the house on paper and in files: reports in PDF, tables in CSV, pictures. It lays out what it is given in plain records, a few at a time,
 * and refuses to fetch anything from anywhere and to judge a score.
 */
@NullMarked
package dev.kith.report;

import org.jspecify.annotations.NullMarked;
