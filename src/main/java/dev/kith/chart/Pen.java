package dev.kith.chart;

/** What charts are drawn with. In pixels from the top left corner, y downwards. */
interface Pen {
    double HATCH_STRENGTH = 0.45;

    /** A filled rectangle; strength from 0 (nothing) to 1. */
    void area(Ink ink, double strength, Box box);

    /** A line through points given as x, y, x, y ... */
    void line(Ink ink, Rule rule, double... through);

    /** Slanted lines within a box. */
    void hatch(Ink ink, Box box);

    /** A mark at a point; the words are for who points at it. */
    void mark(Mark mark, double x, double y, String words);

    void write(Label label);

    /** A rectangle. */
    record Box(double x, double y, double width, double height) {
        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }
    }

    /** How a line looks. */
    enum Rule {
        HAIR(1),
        FINE(1.25),
        DASHED(1.5, 6, 4),
        DOTTED(1.5, 1.5, 4),
        SCORE(2.5);

        final double width;
        final double[] dashes;

        Rule(double width, double... dashes) {
            this.width = width;
            this.dashes = dashes;
        }
    }

    /**
     * Words at a place.
     *
     * @param y of the base line
     * @param halo whether paper shows around the letters, so that they can be read on lines
     */
    record Label(double x, double y, String text, double size, boolean bold, Side side, Ink ink, boolean halo) {

        static Label of(double x, double y, String text, double size) {
            return new Label(x, y, text, size, false, Side.START, Ink.TEXT, false);
        }

        Label bolder() {
            return new Label(x, y, text, size, true, side, ink, halo);
        }

        Label in(Ink other) {
            return new Label(x, y, text, size, bold, side, other, halo);
        }

        Label at(Side other) {
            return new Label(x, y, text, size, bold, other, ink, halo);
        }

        Label haloed() {
            return new Label(x, y, text, size, bold, side, ink, true);
        }

        Label moved(double right, double down, Side other) {
            return new Label(x + right, y + down, text, size, bold, other, ink, halo);
        }

        double width() {
            return Letters.width(text, size, bold);
        }
    }

    /** Which side of the words the place is. */
    enum Side {
        START,
        MIDDLE,
        END
    }
}
