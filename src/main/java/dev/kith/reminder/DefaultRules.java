package dev.kith.reminder;

import dev.kith.mail.Postbox;
import dev.kith.pace.QuietHours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What holds until a practice writes rules of its own: one e-mail when a task opens, one a day at most, none at night; and
 * nothing at all where no e-mail is sent.
 */
@ApplicationScoped
class DefaultRules {
    static final int MOST_PER_DAY = 1;
    static final QuietHours QUIET = new QuietHours("21:00", "08:00");
    private static final List<KeptRule> RULES =
            KeptRule.of(List.of(new ReminderRule(Channel.EMAIL, Moment.OPENS, null, null, null)));

    @Inject
    Postbox postbox;

    @Inject
    RuleBook book;

    Optional<List<KeptRule>> rules() {
        return postbox.isOpen() ? Optional.of(RULES) : Optional.empty();
    }

    /** As statements read them; null where there are none. */
    @Nullable
    String text() {
        return rules().map(book::text).orElse(null);
    }

    RuleBook.Kept all() {
        return new RuleBook.Kept(rules().orElse(List.of()), MOST_PER_DAY, QUIET, null, 0);
    }
}
