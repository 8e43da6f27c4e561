package dev.kith.scoring;

/**
 * What is wrong with a model.
 *
 * @param list where it stands: items, scales, criteria, alertRules or checks
 * @param place in that list, 0 and up
 * @param detail in plain words
 */
public record ModelFault(String list, int place, String detail) {}
