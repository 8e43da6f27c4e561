package dev.kith.start;

import dev.kith.database.Account;
import dev.kith.database.Database;
import dev.kith.database.OutsideDatabase;
import dev.kith.database.RefusedToStart;
import io.smallrye.config.Expressions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;

/** The settings of this process, read once before anything runs. */
public final class Settings {
    private static final String BORROWED = "QUARKUS_DATASOURCE_JDBC_URL";
    /** What Kubernetes puts into the environment for a service named kith. */
    private static final String CLUSTER_LINK =
            "KITH_(\\w+_)?(SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT_\\d+_(TCP|UDP)(_\\w+)?)";

    private final Config config;

    /** Throws RefusedToStart for a setting that does not exist, or has a value it cannot have. */
    public Settings(Config config) {
        this.config = config;
        var names = new TreeSet<>(System.getenv().keySet());
        config.getPropertyNames().forEach(names::add);
        for (var name : names) refuseUnknown(name);
        for (var setting : Setting.values()) refuseInvalid(setting);
        if (System.getenv(BORROWED) != null)
            throw new RefusedToStart(BORROWED + " is not read: set KITH_DB_URL, KITH_DB_USER and KITH_DB_PASSWORD");
    }

    /** Opens the database that the settings name, or the embedded one. Throws RefusedToStart. */
    public Database database() {
        var url = text(Setting.DB_URL);
        if (url.isEmpty())
            return Database.embedded(Path.of(text(Setting.DATA_DIR).orElse(Setting.DATA_DIR.byDefault())));
        if (text(Setting.SIGNING_KEY).isEmpty()
                && text(Setting.SIGNING_KEY_FILE).isEmpty())
            throw new RefusedToStart(
                    "with KITH_DB_URL the service needs a key for its tokens: set KITH_SIGNING_KEY_FILE"
                            + " (or KITH_SIGNING_KEY) to a private key in PEM");
        var user = new Account(needed(Setting.DB_USER), needed(Setting.DB_PASSWORD));
        var owner = text(Setting.DB_OWNER_USER).map(name -> new Account(name, needed(Setting.DB_OWNER_PASSWORD)));
        return Database.outside(new OutsideDatabase(
                url.get(), user, owner.orElse(null), text(Setting.DB_READER).orElse(null)));
    }

    private String needed(Setting setting) {
        return text(setting)
                .orElseThrow(() -> new RefusedToStart("with KITH_DB_URL the service needs " + setting.environment()));
    }

    /** As it was written: a dollar sign in a password is a dollar sign. */
    private Optional<String> text(Setting setting) {
        return Expressions.withoutExpansion(() -> config.getOptionalValue(setting.property(), String.class));
    }

    private void refuseInvalid(Setting setting) {
        text(setting).filter(value -> !setting.allows(value)).ifPresent(value -> {
            throw new RefusedToStart(setting.complaint(value));
        });
    }

    private static void refuseUnknown(String name) {
        var isOurs = name.startsWith("KITH_") || name.startsWith("kith.");
        if (!isOurs || Setting.of(name).isPresent() || isClusterLink(name)) return;
        throw new RefusedToStart(name + " is not a setting; did you mean "
                + (name.startsWith("kith.")
                        ? Spelling.nearest(name).property()
                        : Spelling.nearest(name).environment()) + "?");
    }

    private static boolean isClusterLink(String name) {
        var variable = Setting.environment(name);
        if (variable.matches(CLUSTER_LINK)) return true;
        var value = System.getenv(variable);
        return variable.matches("KITH_(\\w+_)?PORT") && value != null && value.matches("(tcp|udp)://.*");
    }
}
