// @ts-check
/**
 * Folds text into the words that the search index is made of; SiteGen does the same when it writes the index.
 * `Amélie` becomes `amelie`, `WALL·E` becomes `wall` and `e`.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function foldedWords(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * The shard in which every film that has this word is filed.
 * @param {string} word
 */
export const shardPrefix = word => [...word].slice(0, 2).join("");
