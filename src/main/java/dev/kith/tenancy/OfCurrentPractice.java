package dev.kith.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.EnumSet;
import org.hibernate.PropertyValueException;
import org.hibernate.annotations.ValueGenerationType;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.generator.EventTypeSets;
import org.jspecify.annotations.Nullable;

/** The practice column: filled with the practice of the transaction when the row is inserted. */
@ValueGenerationType(generatedBy = OfCurrentPractice.Fill.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface OfCurrentPractice {
    /** Refuses a row that was already given to another practice. */
    class Fill implements BeforeExecutionGenerator {
        @Override
        public Object generate(
                SharedSessionContractImplementor session, Object owner, @Nullable Object current, EventType event) {
            var practice = Practices.decided();
            if (current != null && !current.equals(practice)) {
                throw new PropertyValueException(
                        "belongs to another practice", owner.getClass().getName(), "practiceId");
            }
            return practice;
        }

        @Override
        public EnumSet<EventType> getEventTypes() {
            return EventTypeSets.INSERT_ONLY;
        }
    }
}
