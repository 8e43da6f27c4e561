package dev.kith.shape;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A BCP 47 language tag, such as {@code nl} or {@code pt-BR}. */
@Constraint(validatedBy = LanguageTag.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface LanguageTag {
    String message() default "must be a BCP 47 language tag, such as nl or pt-BR";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null passes: whether there must be one is said beside it. */
    class Check implements ConstraintValidator<LanguageTag, String> {
        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            try {
                return !new Locale.Builder()
                        .setLanguageTag(text)
                        .build()
                        .getLanguage()
                        .isEmpty();
            } catch (IllformedLocaleException e) {
                return false;
            }
        }
    }
}
