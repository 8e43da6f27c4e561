package dev.kith.shape;

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
import org.jspecify.annotations.Nullable;

/** An IANA time zone by its name, such as {@code Europe/Amsterdam}; no bare offset, for it has no summer. */
@Constraint(validatedBy = ZoneName.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface ZoneName {
    String message() default "must be the name of an IANA time zone, such as Europe/Amsterdam";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null passes: whether there must be one is said beside it. */
    class Check implements ConstraintValidator<ZoneName, String> {
        private static final Set<String> NAMES = Set.copyOf(ZoneId.getAvailableZoneIds());

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || NAMES.contains(text);
        }
    }
}
