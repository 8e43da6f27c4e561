package dev.kith.progress;

import static dev.kith.progress.Codes.reason;

import dev.kith.change.JointChange;
import dev.kith.change.JointChange.Ends;
import dev.kith.definition.JointRuleDefinition;
import dev.kith.definition.JointRuleDefinition.JointMeasure;
import dev.kith.definition.JointRules;
import dev.kith.definition.Languages;
import dev.kith.response.ScoreLine;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the rules over several measures say: of those whose measures were all answered by the same kind of author. */
final class Together {
    private static final List<JointRuleDefinition> RULES = JointRules.shipped();

    private Together() {}

    static List<JointView> of(Collection<Course> courses, ZoneId zone, @Nullable String wanted) {
        var byAuthor = courses.stream()
                .collect(Collectors.groupingBy(
                        course -> course.series().measure().author()));
        return RULES.stream()
                .flatMap(rule -> Stream.of("client", "clinician", "informant")
                        .flatMap(author -> view(rule, author, byAuthor.getOrDefault(author, List.of()), zone, wanted)))
                .toList();
    }

    private static Stream<JointView> view(
            JointRuleDefinition rule, String author, List<Course> courses, ZoneId zone, @Nullable String wanted) {
        Map<String, Course> measured = courses.stream()
                .filter(course -> rule.measures().stream()
                        .anyMatch(measure -> measure.code().equals(code(course))))
                .collect(Collectors.toMap(Together::code, Function.identity(), (one, same) -> one));
        if (measured.size() < rule.measures().size()) {
            return Stream.empty();
        }
        var ends = new HashMap<String, Ends>();
        measured.forEach((code, course) -> {
            var first = course.first();
            if (first != null) {
                ends.put(code, new Ends(Course.value(first), Course.value(Objects.requireNonNull(course.latest()))));
            }
        });
        var sessions = sessions(measured.values(), zone);
        var said = JointChange.of(rule.rule(), ends, sessions);
        return Stream.of(new JointView(
                rule.code(),
                rule.version(),
                rule.title()
                        .in(Languages.choose(
                                List.copyOf(rule.title().byLanguage().keySet()), wanted)),
                author,
                rule.measures().stream().map(JointMeasure::code).toList(),
                sessions,
                said.caseAtFirst(),
                said.caseAtLast(),
                said.recovered(),
                said.improved(),
                said.deteriorated(),
                said.reliablyRecovered(),
                said.citation(),
                said.verified(),
                reason(said.reason())));
    }

    private static String code(Course course) {
        var measure = course.series().measure();
        return measure.questionnaire() + "/" + measure.scale();
    }

    /** Days on which each was given. */
    private static int sessions(Collection<Course> courses, ZoneId zone) {
        Set<LocalDate> common = null;
        for (var course : courses) {
            var days = course.since().stream()
                    .map(ScoreLine::at)
                    .map(at -> at.atZone(zone).toLocalDate())
                    .collect(Collectors.toCollection(HashSet::new));
            if (common == null) {
                common = days;
            } else {
                common.retainAll(days);
            }
        }
        return common == null ? 0 : common.size();
    }
}
