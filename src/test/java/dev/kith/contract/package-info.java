/** Holds every answer in every test against openapi.yaml, and openapi.yaml against what is served. */
@NullMarked
package dev.kith.contract;

import org.jspecify.annotations.NullMarked;
