package dev.kith.program;

import dev.kith.program.ProgramDefinition.Step;
import java.util.List;

/**
 * A step with its gates as they stand.
 *
 * @param ready whether nothing stands against it
 */
record Judged(EnrollmentStep row, Step step, List<GateState> gates, boolean ready) {}
