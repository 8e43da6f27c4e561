package dev.kith.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an integration's token must carry to call this operation, for example {@code clients:read}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Scope {
    /** Any integration may, whatever its scopes. */
    String ANY = "";

    String value();
}
