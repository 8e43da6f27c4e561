/**
 * The database before the service: starts the embedded PostgreSQL or prepares an outside one, and says which roles migrate and serve.
 * Knows no table and nothing of the clinic.
 */
@NullMarked
package dev.kith.database;

import org.jspecify.annotations.NullMarked;
