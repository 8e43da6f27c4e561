package dev.kith.time;

import jakarta.inject.Qualifier;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The clock on the wall, which nobody moves: for who may do what, for the trail, for retries and limits. A plain
 * {@code Clock} is the practice's, and a sandbox may have moved it.
 */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface RealTime {}
