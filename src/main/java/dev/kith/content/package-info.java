/**
 * The life of versioned definitions that are not questionnaires: drafted, published, retired, copied, and kept in memory for use; one life for every kind. It
 * refuses to know what any kind means.
 *
 * <p>A kind brings, in a room of its own that knows this one:
 *
 * <ol>
 *   <li>a constant in {@link dev.kith.content.VersionTable}, whose table {@code call kith_versions('word')} made;
 *   <li>its definition as records, a schema in {@link dev.kith.definition.DefinitionSchema}, and a check of what a shape cannot say, for
 *       {@link dev.kith.definition.Review};
 *   <li>a record that is a {@link dev.kith.content.PublishedVersion}, and a bean that extends {@link dev.kith.content.VersionCatalogue} and observes the start
 *       and the news;
 *   <li>a bean that is its {@link dev.kith.content.VersionKind};
 *   <li>a {@link dev.kith.content.Written} of its own, for its example in the contract;
 *   <li>thin resources over {@link dev.kith.content.VersionDrafting}, {@link dev.kith.content.VersionPublishing} and {@link dev.kith.content.VersionReplies};
 *   <li>where it ships, a folder with an index read by {@link dev.kith.definition.ShippedFiles}, and a repeatable migration over {@code ShippedRows}.
 * </ol>
 */
@NullMarked
package dev.kith.content;

import org.jspecify.annotations.NullMarked;
