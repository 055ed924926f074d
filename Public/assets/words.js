// @ts-check
import { language, words } from "./words-table.js";

/**
 * What the pages say, from the site's table of words (`Templates/words/`). `sitegen build` writes `words-table.js` with the
 * words that scripts name by their keys, and into the module of a page those that it names itself. So a key stands in a
 * script as it is in the table, in one piece: `say("seats.choice.total")`.
 *
 * @typedef {string | Record<string, string>} Word text with places for values, `{seat}`; or one for each plural form
 */

const plurals = new Intl.PluralRules(language);

/**
 * A word with its places filled.
 * @param {string} key
 * @param {Record<string, string | number>} [values] `count` chooses the plural form
 */
export function say(key, values = {}) {
  return text(key, values).replace(/\{([A-Za-z]+)\}/g, (_, place) => String(values[place]));
}

/**
 * The same around elements, as children for `element()`.
 * @param {string} key
 * @param {Record<string, Node | string>} values
 * @returns {(Node | string)[]}
 */
export function sayAround(key, values) {
  const pieces = text(key, {}).split(/\{([A-Za-z]+)\}/);
  return pieces.map((piece, index) => (index % 2 === 1 ? values[piece] : piece)).filter(piece => piece !== "");
}

/** @param {string} key @param {Record<string, any>} values */
function text(key, values) {
  /** @type {Word | undefined} */
  const word = /** @type {Record<string, Word>} */ (words)[key];
  if (word === undefined) throw new Error(`There is no word ${key}`);
  return typeof word === "string" ? word : word[plurals.select(values.count)] ?? word.other;
}
