package dev.kith.shape;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An IANA time zone by its name, such as {@code Europe/Amsterdam}; no bare offset, for it has no summer. */
@Constraint(validatedBy = ZoneName.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface ZoneName {
    String message() default
            "must be the name of an IANA time zone that this installation and its database know, such as Europe/Amsterdam";

    /**
     * Whether it is only kept beside an answer, so that no statement reckons by it: then any name that Java keeps will do. What somebody
     * answered is not refused because the database lacks the older name that their browser uses.
     */
    boolean onlyKept() default false;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null passes: whether there must be one is said beside it. */
    @Dependent
    class Check implements ConstraintValidator<ZoneName, String> {
        /** Those of SystemV are no IANA zones, and left out of newer Javas. */
        private static final Set<String> KEPT = ZoneId.getAvailableZoneIds().stream()
                .filter(name -> !name.startsWith("SystemV/"))
                .collect(Collectors.toUnmodifiableSet());

        @Inject
        KnownZones known;

        private boolean onlyKept;

        @Override
        public void initialize(ZoneName asked) {
            onlyKept = asked.onlyKept();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || (onlyKept ? KEPT.contains(text) : known.has(text));
        }
    }
}
