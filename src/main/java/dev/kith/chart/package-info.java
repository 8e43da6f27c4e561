/**
 * Draws one scale over time, as SVG and as pixels, from plain records. It brings its own letters, so that a picture is the same on every machine,
 * with fonts or without. It refuses to know whose scores they are, and to draw a line where nothing was measured.
 */
@NullMarked
package dev.kith.chart;

import org.jspecify.annotations.NullMarked;
