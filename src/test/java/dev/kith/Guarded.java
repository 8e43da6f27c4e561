package dev.kith;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** An endpoint says on itself or on its class who may call it. */
final class Guarded extends ArchCondition<JavaMethod> {
    private static final List<String> MARKS = List.of(
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.PermitAll",
            "io.quarkus.security.Authenticated");
    private final DescribedPredicate<JavaMember> endpoints;

    Guarded(DescribedPredicate<JavaMember> endpoints) {
        super("say who may call them");
        this.endpoints = endpoints;
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        if (endpoints.test(method)
                && MARKS.stream()
                        .noneMatch(mark -> method.isAnnotatedWith(mark)
                                || method.getOwner().isAnnotatedWith(mark))) {
            events.add(SimpleConditionEvent.violated(method, method.getFullName() + " does not say who may call it"));
        }
    }
}
