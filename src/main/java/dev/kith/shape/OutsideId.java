package dev.kith.shape;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An id of another system: {@code system|value}, each part without blanks at its ends, controls or bars. */
@Constraint(validatedBy = OutsideId.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface OutsideId {
    String message() default "must be system|value";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null passes: whether there must be one is said beside it. */
    class Check implements ConstraintValidator<OutsideId, String> {
        private static final Pattern SHAPE =
                Pattern.compile("[^\\s|\\p{Cntrl}]{1,120}\\|[^\\s|\\p{Cntrl}]([^|\\p{Cntrl}]{0,78}[^\\s|\\p{Cntrl}])?");

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || SHAPE.matcher(text).matches();
        }
    }
}
