package dev.kith.house;

import dev.kith.database.Database;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The real database under tests: the embedded server as in production, cleaned and migrated by Flyway at start. */
@WithTestResource(value = PgTestResource.class, scope = TestResourceScope.GLOBAL)
public class PgTestResource implements QuarkusTestResourceLifecycleManager {
    private static final String DIRECTORY = "target/test-data";

    private @Nullable Database database;

    @Override
    public Map<String, String> start() {
        database = Database.embedded(Path.of(DIRECTORY));
        var properties = new HashMap<>(database.properties());
        properties.put("kith.data-dir", DIRECTORY);
        return properties;
    }

    @Override
    public void stop() {
        if (database != null) database.close();
    }
}
