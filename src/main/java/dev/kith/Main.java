package dev.kith;

import dev.kith.database.RefusedToStart;
import dev.kith.start.Ending;
import dev.kith.start.HttpPort;
import dev.kith.start.Refusal;
import dev.kith.start.Settings;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.ConfigProvider;

/** The start of the service: settings, then the database, then Quarkus; and the end in reverse. */
@QuarkusMain
public class Main {
    Main() {}

    public static void main(String... args) {
        if (isReloaded()) develop(args);
        else serve(args);
    }

    /** Launch mode and profile are not known before Quarkus runs; only live reload loads this class through such a loader. */
    private static boolean isReloaded() {
        return Main.class.getClassLoader().getClass().getSimpleName().equals("QuarkusClassLoader");
    }

    private static void serve(String... args) {
        var ending = new Ending();
        try {
            var config = ConfigProvider.getConfig();
            var settings = new Settings(config);
            HttpPort.requireFree(config);
            var database = settings.database();
            ending.then(database);
            database.properties().forEach(System::setProperty);
            Quarkus.run(null, (code, failure) -> ending.exit(code, failure), args);
        } catch (RefusedToStart refused) {
            ending.exit(1, refused);
        }
    }

    /** Quarkus runs this again on each live reload: the database stays, until this JVM goes. */
    private static void develop(String... args) {
        var database = new Settings(ConfigProvider.getConfig()).database();
        Ending.stopAtExit(database.stopCommand());
        database.properties().forEach(System::setProperty);
        Quarkus.run(
                null,
                (code, failure) -> {
                    if (failure != null) Refusal.tell(failure);
                    database.leaveRunning();
                    ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, failure);
                },
                args);
    }
}
