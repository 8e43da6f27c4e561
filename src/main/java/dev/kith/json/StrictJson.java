package dev.kith.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.arc.All;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The one mapper: strict factory, then everybody's customizers, then our rules. */
public class StrictJson {

    @Produces
    @Singleton
    ObjectMapper mapper(@All List<ObjectMapperCustomizer> customizers) {
        var mapper = new ObjectMapper(new StrictFactory());
        // Natural order: highest priority first, so our rules come last. The injected list is unsorted.
        customizers.stream().sorted().forEach(customizer -> customizer.customize(mapper));
        return mapper;
    }

    /** The same mapper where no container runs. */
    public static ObjectMapper alone() {
        var mapper = new ObjectMapper(new StrictFactory());
        mapper.registerModule(new JavaTimeModule());
        new StrictRules().customize(mapper);
        return mapper;
    }
}
