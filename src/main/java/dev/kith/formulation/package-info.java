/**
 * What care team and client understand of where the pattern comes from: a checklist of origins and patterns to talk by, the care team's
 * formulation, and the client's own entry. Never adds anything up, shows no client a word that the care team wrote here, and shows the care team
 * the client's words only as far as the client lets it.
 */
@NullMarked
package dev.kith.formulation;

import org.jspecify.annotations.NullMarked;
