package dev.kith.episode;

import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the practice's members of its local models: figures over two hundred episodes or more, and counts. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class ListingModels {
    private static final Instant LATEST = Instant.parse("2300-01-01T00:00:00Z");
    private static final UUID LAST = new UUID(-1L, -1L);

    @Inject
    ModelBook book;

    Slice<LocalModelView> page(boolean newestOnly, @Nullable Cursor after, int limit) throws SQLException {
        var found = book.page(
                newestOnly, after == null ? LATEST : after.instant(0), after == null ? LAST : after.uuid(1), limit + 1);
        return Slice.of(found, limit, model -> Cursor.of(model.madeAt(), model.id()))
                .map(LocalModelView::of);
    }

    LocalModelView one(UUID id) throws SQLException {
        return LocalModelView.of(book.find(id).orElseThrow(ProblemException::notFound));
    }
}
