package dev.kith.letterhead;

import dev.kith.audit.Audit;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Turns;
import dev.kith.outbox.Outbox;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what stands on the practice's letters. Words and logo count as one: whoever changes either has seen both. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Lettering {
    @Inject
    Letterheads letterheads;

    @Inject
    Turns turns;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    @RealTime
    Clock clock;

    /** The logo as it is sent, under the version of its letterhead. */
    record LogoFile(byte[] png, int version) {}

    LetterheadView read() throws SQLException {
        return LetterheadView.of(letterheads.current());
    }

    /** @throws ProblemException 404 where there is none */
    LogoFile readLogo() throws SQLException {
        var letterhead = letterheads.current();
        return new LogoFile(logoOf(letterhead).png(), letterhead.version());
    }

    LetterheadView write(Caller caller, WriteLetterhead request, @Nullable String ifMatch) throws SQLException {
        var before = toChange(caller, ifMatch);
        var after = before.saying(request);
        if (after.logo() != null && after.logoAlt() == null) {
            throw ProblemException.invalid(
                    "/logoAlt", "needed", "There is a logo: say what it shows, or remove it first.");
        }
        if (before.version() > 0 && after.equals(before)) {
            return LetterheadView.of(before);
        }
        return changed(caller, after, "letterhead.changed");
    }

    /** @throws ProblemException 409 while no words say what the logo shows */
    LetterheadView show(Caller caller, Letterhead.Logo logo, @Nullable String ifMatch) throws SQLException {
        var before = toChange(caller, ifMatch);
        if (before.logoAlt() == null) {
            throw ProblemException.conflict(
                    "no-logo-alt",
                    "Write logoAlt into the letterhead first: what the logo shows, for those who do not see it.");
        }
        if (before.logo() != null && Arrays.equals(before.logo().png(), logo.png())) {
            return LetterheadView.of(before);
        }
        return changed(caller, before.showing(logo), "letterhead.logo-changed");
    }

    /** @throws ProblemException 404 where there is none */
    void removeLogo(Caller caller, @Nullable String ifMatch) throws SQLException {
        var before = toChange(caller, ifMatch);
        logoOf(before);
        changed(caller, before.showing(null), "letterhead.logo-removed");
    }

    private static Letterhead.Logo logoOf(Letterhead letterhead) {
        var logo = letterhead.logo();
        if (logo == null) {
            throw ProblemException.notFound();
        }
        return logo;
    }

    private Letterhead toChange(Caller caller, @Nullable String ifMatch) throws SQLException {
        turns.take(caller, "letterhead");
        var before = letterheads.current();
        Etags.require(ifMatch, before.version());
        return before;
    }

    private LetterheadView changed(Caller caller, Letterhead after, String action) throws SQLException {
        var stored = after.next();
        letterheads.put(stored, caller.id(), clock.instant());
        audit.wrote(caller, action, "practice", caller.practice(), null);
        outbox.put("letterhead.changed", caller.practice(), null, Map.of());
        return LetterheadView.of(stored);
    }
}
