// @ts-check
/**
 * Finds films in the search's files. A query reads the file of its rarest word, and what the films found are shown as;
 * docs/decisions/0023 tells how the files are cut.
 */

// MARK: Words

/** @type {Record<string, string>} */
const spelt = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i", ς: "σ" };

/** @param {string} digit of any script */
function plainDigit(digit) {
  // Scripts have their digits in runs of ten.
  const code = /** @type {number} */ (digit.codePointAt(0));
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}

/**
 * The words of each piece of a text between white space, without accents or case, as SiteGen's `Folding` has them.
 * @param {string} text
 * @returns {string[][]}
 */
export function foldedPieces(text) {
  const pieces = text
    .split(/\p{White_Space}+/u)
    .map(piece => {
      const folded = decomposed(piece)
        .replace(/[\p{M}\p{Cf}\u02B9-\u02BF\u0640]/gu, "")
        .toLowerCase()
        .replace(/[ßæœøđðłþıς]/g, letter => spelt[letter])
        .replace(/\p{Nd}/gu, plainDigit);
      const words = folded === "+" ? ["&"] : folded.match(/&|\p{Ideographic}|(?:(?!\p{Ideographic})[\p{L}\p{N}])+/gu) ?? [];
      return words.map(word => (word === "&" ? connective : word));
    })
    .filter(words => words.length > 0);
  const signs = pieces.length === 0 ? signsOf(text) : "";
  return signs === "" ? pieces : [[signs]];
}

/** What stands for `&`, and for a `+` that stands alone. */
const connective = "and";

/** @param {string} text */
const decomposed = text => text.replace(/[\xBC-\xBE\u2150-\u215E\u2189]/g, "/$&").normalize("NFKD");

/**
 * The punctuation and symbols of a text that has no letters, as one word. Those of ASCII are moved, for some have a
 * meaning in the tree.
 * @param {string} text
 */
const signsOf = text =>
  (decomposed(text).match(/[\p{P}\p{S}]/gu) ?? []).map(sign => (sign < "\x7F" ? String.fromCharCode(0xe000 + code(sign)) : sign)).join("");

/** @param {string} text */
export const foldedWords = text => foldedPieces(text).flat();

/** @param {string[]} words */
const withoutConnectives = words => words.filter(word => word !== connective);

/**
 * What else a piece of several words is written as: `walle` for `WALL·E`; `att` as well as `atandt` for `AT&T`.
 * @param {string[]} piece
 */
const compounds = piece => (piece.length > 1 ? [piece.join(""), withoutConnectives(piece).join("")].filter(word => word !== "") : []);

/**
 * Its words, and what punctuation divides as one word.
 * @param {string} text
 */
const searchedWords = text => foldedPieces(text).flatMap(words => [...words, ...compounds(words)]);

// MARK: Files

/** @typedef {Map<string, Tree | null>} Tree what each letter leads to; `null` is a file */

const longestWord = 24;

/**
 * @param {string} text of `ShardTree`: a letter is a file, or the tree that is enclosed after it
 * @returns {Tree}
 */
export function readTree(text) {
  /** @type {Tree[]} */
  const open = [new Map()];
  let last = "";
  for (const sign of text) {
    const inner = open[open.length - 1];
    if (sign === "(") {
      open.push(new Map());
      inner.set(last, open[open.length - 1]);
    } else if (sign === ")") {
      open.pop();
    } else {
      inner.set((last = sign), null);
    }
  }
  return open[0];
}

/** @param {string} letter */
const code = letter => /** @type {number} */ (letter.codePointAt(0));

/**
 * The letter under which another is filed: itself, or one before that shares its file. Signs stand for themselves.
 * @param {Tree} tree @param {string} letter
 */
function filedUnder(tree, letter) {
  if (letter < "0" || tree.has(letter)) return tree.has(letter) ? letter : undefined;
  const before = [...tree.keys()].filter(other => other >= "0" && code(other) < code(letter)).pop();
  return before !== undefined && tree.get(before) === null ? before : undefined;
}

/**
 * The files with all words that begin so: whole words first, titles before names, the latest films before others.
 * @param {Tree} tree @param {string} beginning
 * @returns {string[]}
 */
export function filesFor(tree, beginning) {
  if (tree.size === 0) return [""];
  let inner = tree;
  let path = "";
  for (const letter of beginning) {
    const filed = filedUnder(inner, letter);
    if (filed === undefined) return [];
    path += filed;
    const next = inner.get(filed);
    if (!next) return [path];
    inner = next;
  }
  return filesBelow(inner, path);
}

/** @param {Tree} tree @param {string} path @returns {string[]} */
function filesBelow(tree, path) {
  // Neighbours of a word are in the files of the word too.
  const branches = [...tree].filter(([letter]) => letter !== "+");
  if (path.includes(" ")) branches.reverse();
  return branches.flatMap(([letter, inner]) => (inner ? filesBelow(inner, path + letter) : [path + letter]));
}

/**
 * The files to read, in this order, to find all films that have all words. Where each word is in many, those come first
 * that have two words side by side.
 * @param {Tree} tree @param {string[]} words
 */
export function filesToRead(tree, words) {
  const short = words.map(word => [...word].slice(0, longestWord).join("")).sort((a, b) => b.length - a.length);
  const fewest = short.map(word => filesFor(tree, word)).reduce((a, b) => (b.length < a.length ? b : a));
  if (fewest.length < 2) return fewest;
  const pairs = words.slice(1).flatMap((word, index) => filesFor(tree, `${words[index]}+${word}`));
  return [...new Set([...pairs, ...fewest])];
}

/** @param {string} path */
export const fileName = path =>
  path === "" ? "-" : path.replace(/[^a-z0-9]/gu, sign => (sign === " " ? "-" : sign === "+" ? "--" : `_${code(sign).toString(16)}_`));

// MARK: Films

/**
 * @typedef {{
 *   words: string[], person: string[], genre: number, format: string, language: string, needs: number,
 *   from: number, to: number, asked?: string,
 * }} Query needs: 1 audio description, 2 captions, 4 relaxed; from, to: days since 1970, -Infinity and Infinity if open;
 *   asked: the words as they were typed
 * @typedef {[slug: string | 0, title: string, year: number, genres: number[], original: string, ...people: string[]]} Entry
 * @typedef {[format: string, language: string, subtitles: string, needs: number, ...days: number[]]} Version
 *   days: the first, then by turns how many have showings and how many have none
 * @typedef {[slug: string, title: string, year: number, genres: number[], ...versions: Version[]]} Showing
 * @typedef {{ day: number, formats: string[] }} Next
 * @typedef {{ slug: string, title: string, year: number, people: string[], rank: number, next?: Next }} Film
 */

/** @param {string[]} texts @param {string[]} words each begins a word of the texts */
function haveAll(texts, words) {
  const searched = texts.flatMap(searchedWords);
  return words.every(word => searched.some(other => other.startsWith(word)));
}

/**
 * How well a title is what was typed: 0 is best.
 * @param {string} title @param {Query} query
 */
function rankOf(title, query) {
  if (query.asked && plain(title) === query.asked) return 0;
  const words = foldedWords(title);
  const [folded, phrase] = [words.join(" "), query.words.join(" ")];
  const [joined, sought] = [withoutConnectives(words).join(""), withoutConnectives(query.words).join("")];
  if (folded === phrase || (joined !== "" && joined === sought) || words.join("") === query.words.join("")) return 1;
  if (beginsWith(words, query.words.join(""))) return 2;
  if (folded.startsWith(phrase)) return 3;
  if (` ${folded}`.includes(` ${phrase}`)) return 4;
  return haveAll([title], query.words) ? 5 : 6;
}

/** @param {string} text */
export const plain = text => text.normalize("NFC").trim().toLowerCase();

/**
 * Whether some words at the beginning are, written as one, what is sought: `E.T. the …` begins with `et`.
 * @param {string[]} words @param {string} sought
 */
function beginsWith(words, sought) {
  let joined = "";
  for (const word of words) {
    joined += word;
    if (joined.length >= sought.length) break;
  }
  return joined === sought;
}

/**
 * @param {Entry} entry @param {Query} query
 * @returns {Film | undefined} nothing unless the film is meant
 */
export function match([slug, title, year, genres, original, ...people], query) {
  if (query.genre && !genres.includes(query.genre)) return undefined;
  if (query.person.length && !people.some(name => haveAll([name], query.person))) return undefined;
  const titles = original ? [title, original] : [title];
  if (!haveAll([...titles, ...people], query.words)) return undefined;
  const ranks = titles.map(text => rankOf(text, query));
  const sought = [...query.words, ...query.person];
  return {
    slug: slug === 0 ? `${foldedWords(title).join("-")}-${year}` : slug,
    title, year, rank: Math.min(...ranks),
    people: people.filter(name => foldedWords(name).some(word => sought.includes(word))).slice(0, 3),
  };
}

/**
 * The first day on which a film is shown as the query asks; all that it asks is true of one showing.
 * @param {Version[]} versions @param {Query} query
 * @returns {Next | undefined}
 */
export function nextShowing(versions, query) {
  /** @type {Map<number, string[]>} */
  const days = new Map();
  for (const [format, language, , needs, first, ...runs] of versions) {
    if ((query.format && format !== query.format) || (query.language && language !== query.language)) continue;
    if ((needs & query.needs) !== query.needs) continue;
    let day = first;
    for (const [index, length] of runs.entries()) {
      const found = Math.max(day, query.from);
      day += length;
      if (index % 2 === 1 || found >= day || found > query.to) continue;
      days.set(found, [...(days.get(found) ?? []), format]);
      break;
    }
  }
  if (days.size === 0) return undefined;
  const day = Math.min(...days.keys());
  return { day, formats: [...new Set(days.get(day))].filter(format => format !== "") };
}

/** @param {Query} query */
const asksForShowings = query =>
  query.format !== "" || query.language !== "" || query.needs !== 0 || query.from > -Infinity || query.to < Infinity;

/** @typedef {{ words: Tree, showings: string[], read: (file: string, signal: AbortSignal) => Promise<any[]> }} Index */

/** What one query finds, step by step: each reads two files at most. */
export class Finding {
  static #enough = 20;
  static #readsPerStep = 2;

  /** @type {Film[]} */
  films = [];
  /** @type {string[]} files of words, to be read */
  #words = [];
  /** @type {string[]} files of showings, to be looked through */
  #showings = [];
  /** @type {Map<string, Film[]>} films that are meant if they are shown as asked, by the file that tells */
  #waiting = new Map();
  /** @type {Set<string>} */
  #seen = new Set();

  /** @param {Query} query @param {Index} index */
  constructor(query, index) {
    this.query = query;
    this.index = index;
    const words = [...query.words, ...query.person];
    if (words.length > 0) this.#words = filesToRead(index.words, words);
    else this.#showings = [...index.showings];
  }

  get isComplete() {
    return this.#words.length + this.#showings.length + this.#waiting.size === 0;
  }

  /**
   * Adds the films of the next step to {@link films}.
   * @param {AbortSignal} signal
   */
  async more(signal) {
    let reads = Finding.#readsPerStep;
    /** @type {Film[]} */
    const found = [];
    for (; reads > 0 && found.length < Finding.#enough && !this.isComplete; reads -= 1) {
      found.push(...(await this.#step(signal)));
    }
    if (reads > 0) await this.#tellWhen(found, signal);
    found.sort((a, b) => a.rank - b.rank || (a.next?.day ?? Infinity) - (b.next?.day ?? Infinity) || b.year - a.year);
    this.films.push(...found);
  }

  /** @param {AbortSignal} signal @returns {Promise<Film[]>} */
  async #step(signal) {
    const [waiting] = this.#waiting;
    if (waiting) {
      this.#waiting.delete(waiting[0]);
      await this.#lookUp(waiting[0], waiting[1], signal);
      return waiting[1].filter(film => film.next);
    }
    const file = this.#words.shift();
    if (file === undefined) return this.#showingsOf(/** @type {string} */ (this.#showings.shift()), signal);
    /** @type {Entry[]} */
    const entries = await this.index.read(`words/${fileName(file)}`, signal);
    const films = entries.map(entry => match(entry, this.query)).filter(film => film !== undefined && !this.#seen.has(film.slug));
    for (const film of films) this.#seen.add(film.slug);
    if (!asksForShowings(this.query)) return films;
    for (const film of films) {
      const file = this.#fileOf(film.slug);
      if (file) this.#waiting.set(file, [...(this.#waiting.get(file) ?? []), film]);
    }
    return [];
  }

  /** @param {string} slug */
  #fileOf(slug) {
    return this.index.showings.filter(boundary => boundary <= slug).pop();
  }

  /** @param {string} file @param {AbortSignal} signal @returns {Promise<Film[]>} */
  async #showingsOf(file, signal) {
    /** @type {Showing[]} */
    const showings = await this.index.read(`showings/${file}`, signal);
    const { genre } = this.query;
    return showings
      .filter(([, , , genres]) => !genre || genres.includes(genre))
      .map(([slug, title, year, , ...versions]) => ({
        slug, title, year, people: [], rank: 0, next: nextShowing(versions, this.query),
      }))
      .filter(film => film.next);
  }

  /** @param {string} file @param {Film[]} films @param {AbortSignal} signal */
  async #lookUp(file, films, signal) {
    /** @type {Showing[]} */
    const showings = await this.index.read(`showings/${file}`, signal);
    const versions = new Map(showings.map(([slug, , , , ...versions]) => [slug, versions]));
    for (const film of films) film.next = nextShowing(versions.get(film.slug) ?? [], this.query);
  }

  /**
   * When films are on, if one file tells it of all.
   * @param {Film[]} films @param {AbortSignal} signal
   */
  async #tellWhen(films, signal) {
    const unknown = films.filter(film => !film.next);
    const files = new Set(unknown.map(film => this.#fileOf(film.slug)));
    files.delete(undefined);
    const [file] = files;
    if (file && files.size === 1) await this.#lookUp(file, unknown, signal);
  }
}
