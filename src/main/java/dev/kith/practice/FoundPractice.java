package dev.kith.practice;

import dev.kith.shape.LanguageTag;
import dev.kith.shape.OneLine;
import dev.kith.shape.ZoneName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What it takes to found a practice.
 *
 * @param timeZone IANA
 * @param language BCP 47
 * @param demo its people and clients are made up
 * @param sandbox for trying only: its clock can be moved
 * @param firstMember must be an admin, or nobody could ever add another
 */
public record FoundPractice(
        @NotNull @OneLine @Size(max = 200) String name,
        @NotNull @ZoneName @Size(max = 60) String timeZone,
        @NotNull @LanguageTag @Size(max = 35) String language,
        boolean demo,
        boolean sandbox,
        @NotNull @Valid EmployMember firstMember) {}
