package dev.kith.calendar;

import dev.kith.calendar.FeedRows.Slot;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableClazz;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * A feed as RFC 5545 writes it, in UTC, so that no rule of a zone can be understood in two ways. Every entry says the same words. The
 * same tasks give the same text, to the letter.
 */
final class FeedText {
    private static final String ENGLISH = "Something for you";
    private static final Map<String, String> WORDS =
            Map.of("en", ENGLISH, "de", "Etwas für dich", "es", "Algo para ti");
    private static final Duration EVERY = Duration.ofHours(1);

    private FeedText() {}

    static String of(List<Slot> slots, String language) {
        var words = WORDS.getOrDefault(Locale.forLanguageTag(language).getLanguage(), ENGLISH);
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Kith//Calendar feed//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(new RefreshInterval(new ParameterList(), EVERY));
        calendar.add(new XProperty("X-PUBLISHED-TTL", EVERY.toString()));
        calendar.add(new XProperty("X-WR-CALNAME", words));
        for (var slot : slots) {
            calendar.add(event(slot, words));
        }
        var text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static VEvent event(Slot slot, String words) {
        var event = new VEvent(false);
        event.add(new Uid(slot.id() + "@kith"));
        event.add(new DtStamp(slot.opensAt())); // the moment of reading would make each reading another text
        event.add(new DtStart<>(slot.opensAt()));
        if (slot.dueAt().isAfter(slot.opensAt())) {
            event.add(new DtEnd<>(slot.dueAt()));
        }
        event.add(new Summary(words));
        event.add(ImmutableClazz.PRIVATE);
        event.add(ImmutableTransp.TRANSPARENT); // it asks for a moment within, and blocks nothing
        return event;
    }
}
