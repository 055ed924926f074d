// @ts-check
/**
 * Search as one types: the index of shards once, then one shard a query. The query lives in the URL, to be shared.
 */
import { foldedWords, shardPrefix } from "./words.js";

/** @typedef {[slug: string, title: string, year: number | string, words: string]} Entry */

const { home = "/", data = "/data" } = document.body.dataset;
const most = 60;

const form = /** @type {HTMLFormElement} */ (document.querySelector(".search-form"));
const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
const status = /** @type {HTMLElement} */ (document.querySelector(".search-status"));
const section = /** @type {HTMLElement} */ (document.querySelector(".search-results"));
const list = /** @type {HTMLElement} */ (section.querySelector(".results"));

/** @type {Map<string, Promise<any>>} */
const fetched = new Map();

/** @param {string} name */
function file(name) {
  const known = fetched.get(name);
  if (known) return known;
  const answer = fetch(`${data}/search/${name}`).then(response => {
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response.json();
  });
  // A failure is not kept, so that the next key stroke tries again.
  answer.catch(() => fetched.delete(name));
  fetched.set(name, answer);
  return answer;
}

/**
 * The films that have, for each word, a word that begins with it; those whose title begins with the query come first.
 * @param {string[]} words
 * @returns {Promise<Entry[]>}
 */
async function find(words) {
  const { prefixes } = await file("index.json");
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
  const shard = prefixes[shardPrefix(longest)];
  /** @type {Entry[]} */
  const entries = shard ? await file(shard) : [];
  const query = words.join(" ");
  /** @param {Entry} entry */
  const rank = ([, title]) => {
    const folded = foldedWords(title).join(" ");
    return folded === query ? 0 : folded.startsWith(query) ? 1 : ` ${folded}`.includes(` ${query}`) ? 2 : 3;
  };
  return entries
    .filter(([, , , folded]) => words.every(word => ` ${folded}`.includes(` ${word}`)))
    .map(entry => ({ entry, rank: rank(entry) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}

/** @param {Entry} entry */
function result([slug, title, year]) {
  const item = document.createElement("li");
  const link = item.appendChild(document.createElement("a"));
  link.href = `${home}movies/${slug}/`;
  link.append(title, " ");
  const soft = link.appendChild(document.createElement("span"));
  soft.className = "soft";
  soft.textContent = String(year ?? "");
  return item;
}

/** Counts up with each query, so that a slow answer never overwrites a newer one. */
let turn = 0;

async function search() {
  const mine = ++turn;
  const words = foldedWords(field.value);
  if (words.length === 0) return show([], field.value.trim() ? "Type a letter or a digit." : "");
  try {
    const found = await find(words);
    if (mine !== turn) return;
    if (found.length === 0) show([], `No film found for “${field.value.trim()}”.`);
    else if (found.length > most) show(found.slice(0, most), `${found.length} films found, the first ${most} are shown.`);
    else show(found, found.length === 1 ? "1 film found." : `${found.length} films found.`);
  } catch {
    if (mine === turn) show([], "The search cannot be reached at the moment. Check the connection and try again.");
  }
}

/** @param {Entry[]} found @param {string} sentence */
function show(found, sentence) {
  status.textContent = sentence;
  list.replaceChildren(...found.map(result));
  section.hidden = found.length === 0;
}

function keepInURL() {
  const url = new URL(location.href);
  if (field.value.trim()) url.searchParams.set("q", field.value);
  else url.searchParams.delete("q");
  history.replaceState(null, "", url);
}

form.hidden = false;
field.value = new URL(location.href).searchParams.get("q") ?? "";
field.addEventListener("input", () => {
  keepInURL();
  search();
});
form.addEventListener("submit", event => {
  event.preventDefault();
  keepInURL();
  search();
});
search();
