// @ts-check
/** @import {Shape} from "./shapes.js" */

/** More was never written by us, and would take long to read. */
const longest = 200_000;

/**
 * One thing that this browser keeps for the site. All that is read from storage is read here.
 *
 * Storage may be forbidden, full, or emptied while the page is open; what is in it may come from another tab, an older
 * page, or from anyone with the developer tools. So what is read has the shape that it should have or counts as absent,
 * and what storage does not take is kept in this entry of the tab's history: that outlives a reload and the way there and
 * back, and needs no leave.
 *
 * @template Value
 */
export class Kept {
  /**
   * @param {"localStorage" | "sessionStorage"} area the browser's, or the tab's
   * @param {string} name
   * @param {Shape<Value>} shape
   */
  constructor(area, name, shape) {
    this.area = area;
    this.name = name;
    this.shape = shape;
  }

  /** @returns {Value | undefined} */
  read() {
    return this.shape(this.#entry()) ?? this.shape(this.#stored());
  }

  /**
   * @param {Value} value
   * @returns {boolean} whether it outlives this tab's history
   */
  write(value) {
    try {
      storage(this.area).setItem(this.name, JSON.stringify(value));
      this.#setEntry(undefined);
      return true;
    } catch {
      this.#setEntry(value);
      return false;
    }
  }

  forget() {
    this.#setEntry(undefined);
    try {
      storage(this.area).removeItem(this.name);
    } catch {
      // There is nothing to remove where nothing can be kept.
    }
  }

  /**
   * Calls when another tab has changed it.
   * @param {() => void} listener
   */
  onChange(listener) {
    addEventListener("storage", ({ key }) => {
      if (key === this.name || key === null) listener();
    });
  }

  #stored() {
    try {
      const stored = storage(this.area).getItem(this.name);
      return stored && stored.length <= longest ? JSON.parse(stored) : undefined;
    } catch {
      return undefined;
    }
  }

  #entry() {
    return history.state?.[this.name];
  }

  /** @param {Value | undefined} value */
  #setEntry(value) {
    if (this.#entry() === undefined && value === undefined) return;
    try {
      history.replaceState({ ...history.state, [this.name]: value }, "");
    } catch {
      // The page goes on with what it remembers itself.
    }
  }
}

/** @param {"localStorage" | "sessionStorage"} area @returns {Storage} */
function storage(area) {
  const found = globalThis[area];
  if (!found) throw new Error(`This browser has no ${area}`);
  return found;
}

/** Whether anything is kept for the next page. */
export function canKeep() {
  const name = "marquee.probe";
  try {
    storage("localStorage").setItem(name, "1");
    storage("localStorage").removeItem(name);
    return true;
  } catch {
    return false;
  }
}
