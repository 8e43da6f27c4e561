package dev.kith.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How this operation can fail beyond what holds for all. Not {@code @APIResponse}: one of those stops SmallRye from describing the success. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Fails {
    ProblemType[] value();
}
