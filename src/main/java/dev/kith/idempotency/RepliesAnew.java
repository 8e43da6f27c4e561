package dev.kith.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The reply to this {@link Idempotent} operation holds what may be taken back, or closed to the caller, after it was said. It is
 * not kept: the same key is answered with what is there then, as the caller may see it then.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RepliesAnew {
    /** A bean. */
    Class<? extends Anew<?>> value();
}
