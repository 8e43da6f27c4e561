package dev.kith.progress;

import dev.kith.response.HiddenScore;
import dev.kith.response.HiddenScore.ByCareTeam;
import dev.kith.response.HiddenScore.Talk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of what a client is not shown when one of the two sides chooses anew. Neither touches what the other hides. Plain: it asks nobody.
 *
 * @param scores what stands, by questionnaire
 */
record ScoreChoices(Map<String, HiddenScore> scores) {

    static ScoreChoices of(List<HiddenScore> scores) {
        var byKey = new TreeMap<String, HiddenScore>();
        scores.forEach(score -> byKey.put(score.questionnaire(), score));
        return new ScoreChoices(byKey);
    }

    List<HiddenScore> all() {
        return List.copyOf(scores.values());
    }

    boolean isHiddenByCareTeam(String questionnaire) {
        return team(questionnaire) != null;
    }

    /**
     * The care team hides these and no others. What is hidden anew begins anew: the client has not said yes to it.
     *
     * @param how by questionnaire; of what is not in it, what was noted stays, and so does the client's question
     */
    ScoreChoices byCareTeam(Set<String> hidden, Map<String, HowHidden> how, UUID by, Instant at) {
        var after = new ArrayList<HiddenScore>();
        for (var key : keysWith(hidden)) {
            var own = ownSince(key);
            if (hidden.contains(key)) {
                var before = team(key);
                var kept = before == null ? ByCareTeam.begun(at, by) : before;
                var said = how.get(key);
                after.add(new HiddenScore(key, said == null ? kept : noted(kept, said, by, at), own));
            } else if (own != null) {
                after.add(new HiddenScore(key, null, own));
            }
        }
        return of(after);
    }

    /** A talk is noted once, and again where it answers the client. */
    private static ByCareTeam noted(ByCareTeam before, HowHidden how, UUID by, Instant at) {
        var answers = before.askedAt() != null;
        var talk = before.talk() == null || answers ? new Talk(at, by) : before.talk();
        return new ByCareTeam(
                before.since(),
                before.by(),
                how.agreed() ? talk : null,
                how.reason(),
                null,
                answers ? at : before.answeredAt(),
                before.agreedAt());
    }

    /** The client would rather not see these, asks for those, and says yes to others; what they ask for and say yes to is hidden by the care team. */
    ScoreChoices byClient(Set<String> hidden, Set<String> asked, Set<String> agreed, Instant at) {
        var after = new ArrayList<HiddenScore>();
        for (var key : keysWith(hidden)) {
            var team = team(key);
            var own = hidden.contains(key) ? first(ownSince(key), at) : null;
            if (team != null) {
                var asks = asked.contains(key) ? first(team.askedAt(), at) : null;
                var agrees = agreed.contains(key) ? first(team.agreedAt(), at) : null;
                after.add(new HiddenScore(
                        key,
                        new ByCareTeam(
                                team.since(), team.by(), team.talk(), team.reason(), asks, team.answeredAt(), agrees),
                        own));
            } else if (own != null) {
                after.add(new HiddenScore(key, null, own));
            }
        }
        return of(after);
    }

    /** What is another than it was before, by questionnaire. */
    List<VisibilityChange> since(ScoreChoices before) {
        var changes = new ArrayList<VisibilityChange>();
        for (var key : keysWith(before.scores.keySet())) {
            var was = before.team(key);
            var is = team(key);
            if (was == null || is == null) {
                if (was != is) {
                    changes.add(new VisibilityChange(
                            key, is == null ? VisibilityWhat.SHOWN : VisibilityWhat.HIDDEN, reason(is)));
                }
            } else if (!Objects.equals(was.reason(), is.reason())) {
                changes.add(new VisibilityChange(key, VisibilityWhat.EXPLAINED, is.reason()));
            }
            if (is != null) {
                begun(key, VisibilityWhat.TALKED_ABOUT, was == null ? null : was.talk(), is.talk(), changes);
                begun(key, VisibilityWhat.KEPT, was == null ? null : was.answeredAt(), is.answeredAt(), changes);
                begun(key, VisibilityWhat.ASKED, was == null ? null : was.askedAt(), is.askedAt(), changes);
                begun(key, VisibilityWhat.AGREED, was == null ? null : was.agreedAt(), is.agreedAt(), changes);
            }
            if (was != null && is != null) {
                ended(key, VisibilityWhat.NOT_TALKED_ABOUT, was.talk(), is.talk(), changes);
                if (Objects.equals(was.answeredAt(), is.answeredAt())) {
                    ended(key, VisibilityWhat.ASK_WITHDRAWN, was.askedAt(), is.askedAt(), changes);
                }
                ended(key, VisibilityWhat.AGREEMENT_WITHDRAWN, was.agreedAt(), is.agreedAt(), changes);
            }
            begun(key, VisibilityWhat.OWN_HIDDEN, before.ownSince(key), ownSince(key), changes);
            ended(key, VisibilityWhat.OWN_SHOWN, before.ownSince(key), ownSince(key), changes);
        }
        return changes;
    }

    private static void begun(
            String key,
            VisibilityWhat what,
            @Nullable Object was,
            @Nullable Object is,
            List<VisibilityChange> changes) {
        if (is != null && !is.equals(was)) {
            changes.add(new VisibilityChange(key, what, null));
        }
    }

    private static void ended(
            String key,
            VisibilityWhat what,
            @Nullable Object was,
            @Nullable Object is,
            List<VisibilityChange> changes) {
        if (was != null && is == null) {
            changes.add(new VisibilityChange(key, what, null));
        }
    }

    private static @Nullable String reason(@Nullable ByCareTeam team) {
        return team == null ? null : team.reason();
    }

    private static Instant first(@Nullable Instant before, Instant at) {
        return before == null ? at : before;
    }

    private TreeSet<String> keysWith(Set<String> more) {
        var keys = new TreeSet<>(scores.keySet());
        keys.addAll(more);
        return keys;
    }

    private @Nullable ByCareTeam team(String key) {
        var score = scores.get(key);
        return score == null ? null : score.byCareTeam();
    }

    private @Nullable Instant ownSince(String key) {
        var score = scores.get(key);
        return score == null ? null : score.ownSince();
    }
}
