package dev.kith.report;

import dev.kith.audit.Audit;
import dev.kith.problem.ProblemException;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.response.GivenResponse;
import dev.kith.response.GivenResponses;
import dev.kith.response.GivenResponses.GivenPlace;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
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

    void begin(@Nullable String questionnaire) {
        if (questionnaire != null && questionnaires.versionsOf(questionnaire).isEmpty()) {
            throw ProblemException.invalid("#questionnaire", "unknown-questionnaire", "No questionnaire of this key.");
        }
    }

    /** Of the one questionnaire, where one is named: a page may be empty, and another follow. */
    ExportPage page(Caller caller, ExportPlace place, @Nullable String questionnaire) throws SQLException {
        var page = responses.page(place.after(), MANY);
        var wanted = page.responses().stream()
                .filter(one -> questionnaire == null || questionnaire.equals(one.questionnaire()))
                .toList();
        var told = place.told();
        for (var response : wanted) {
            if (!response.clientId().equals(told)) {
                told = response.clientId();
                audit.read(caller, "responses.exported", "client", told, told);
            }
        }
        return new ExportPage(wanted, page.next() == null ? null : new ExportPlace(page.next(), told));
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
