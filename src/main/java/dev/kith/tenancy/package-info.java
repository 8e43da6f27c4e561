/**
 * Practices as walls: which practice a transaction belongs to, told to Hibernate and to PostgreSQL.
 * Knows nothing of people or care.
 */
@NullMarked
package dev.kith.tenancy;

import org.jspecify.annotations.NullMarked;
