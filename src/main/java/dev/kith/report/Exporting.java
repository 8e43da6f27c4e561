package dev.kith.report;

import dev.kith.audit.Audit;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.response.GivenResponse;
import dev.kith.response.GivenResponses;
import dev.kith.response.GivenResponses.GivenPlace;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the responses of the whole practice, page by page, each in a transaction of its own: a slow reader holds no connection, and no more than a page
 * is held. Each client's trail says so before a line of theirs is sent.
 */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Exporting {
    /** Responses in a page. */
    static final int MANY = 500;

    @Inject
    GivenResponses responses;

    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    Audit audit;

    /** 422 when nobody published a questionnaire of this key. */
    void begin(@Nullable String questionnaire) {
        questionnaires.requireKnown(questionnaire);
    }

    /** Of the one questionnaire, where one is named: a page may be empty, and another follow. */
    ExportPage page(Caller caller, ExportPlace place, @Nullable String questionnaire) throws SQLException {
        var page = responses.page(place.after(), MANY);
        var wanted = page.responses().stream()
                .filter(one -> questionnaire == null || questionnaire.equals(one.questionnaire()))
                .toList();
        var shown = new LinkedHashSet<UUID>();
        wanted.forEach(response -> shown.add(response.clientId()));
        var last =
                wanted.isEmpty() ? place.told() : wanted.get(wanted.size() - 1).clientId();
        shown.remove(place.told());
        if (!shown.isEmpty()) {
            audit.readEach(caller, "responses.exported", shown);
        }
        return new ExportPage(wanted, page.next() == null ? null : new ExportPlace(page.next(), last));
    }

    /**
     * Where a page begins.
     *
     * @param told the client whose trail has it already
     */
    record ExportPlace(GivenPlace after, @Nullable UUID told) {}

    /**
     * A page.
     *
     * @param next where the next begins; null when there is none
     */
    record ExportPage(
            List<GivenResponse> responses, @Nullable ExportPlace next) {}
}
