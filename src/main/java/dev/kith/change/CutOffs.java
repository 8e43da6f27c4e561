package dev.kith.change;

import java.math.BigDecimal;
import java.math.MathContext;

/** The three cut-offs of Jacobson and Truax (1991) between a clinical and a functional population, from their means and SDs. */
public record CutOffs(BigDecimal a, BigDecimal b, BigDecimal c) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /**
     * a: two SDs from the clinical mean towards the functional one. b: two SDs from the functional mean towards the clinical one. c: where both are
     * equally likely, weighted by the SDs.
     */
    public static CutOffs between(Population clinical, Population functional) {
        var towardsFunctional = BigDecimal.valueOf(functional.mean().compareTo(clinical.mean()));
        var a = clinical.mean().add(clinical.sd().multiply(TWO).multiply(towardsFunctional));
        var b = functional.mean().subtract(functional.sd().multiply(TWO).multiply(towardsFunctional));
        var c = functional
                .sd()
                .multiply(clinical.mean())
                .add(clinical.sd().multiply(functional.mean()))
                .divide(functional.sd().add(clinical.sd()), MathContext.DECIMAL64);
        return new CutOffs(a, b, c);
    }

    /** a, where nobody else's figures are known: two SDs from the clinical mean towards the better end. */
    public static BigDecimal a(Population clinical, Direction direction) {
        return clinical.mean().add(direction.gain(clinical.sd().multiply(TWO)));
    }

    /** b, where those of people in care are not known: two SDs from the functional mean towards the worse end. */
    public static BigDecimal b(Population functional, Direction direction) {
        return functional.mean().subtract(direction.gain(functional.sd().multiply(TWO)));
    }

    /** Which of the three. */
    public enum CutOffKind {
        /** Out of what is usual in care. For when nobody else's figures are known. */
        A,
        /** Into what is usual for everybody else. */
        B,
        /** Nearer to everybody else than to people in care: what Jacobson and Truax advise where both are known and overlap. */
        C
    }

    public BigDecimal of(CutOffKind criterion) {
        return switch (criterion) {
            case A -> a;
            case B -> b;
            case C -> c;
        };
    }

    /** As the first clinical value. It is compared unrounded, and who stands exactly on it is clinical. */
    public Caseness caseness(CutOffKind criterion, String citation) {
        return new Caseness(of(criterion), criterion, citation);
    }

    /** Mean and standard deviation (more than 0) of a population. */
    public record Population(BigDecimal mean, BigDecimal sd) {
        public Population {
            if (sd.signum() <= 0) {
                throw new IllegalArgumentException("a standard deviation is more than 0, not " + sd);
            }
        }
    }
}
