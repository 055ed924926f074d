// @ts-check
/**
 * What a value from outside may look like. A shape takes anything and gives back what of it is as it should be, and
 * `undefined` if it is something else: another type, too long, or from a page of another day.
 *
 * @template Value
 * @typedef {(value: unknown) => Value | undefined} Shape
 */

/** @param {number} most how many characters @returns {Shape<string>} */
export const text = most => value => (typeof value === "string" && value.length <= most ? value : undefined);

/** An id as the booking API gives them out. @type {Shape<string>} */
export const id = value => (typeof value === "string" && /^[\w-]{1,128}$/.test(value) ? value : undefined);

/** An instant with its offset (RFC 3339). @type {Shape<string>} */
export const instant = value => (typeof value === "string" && isInstant(value) ? value : undefined);

/** @param {string} text */
const isInstant = text =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));

/** @type {Shape<number>} */
export const whole = value => (Number.isSafeInteger(value) ? /** @type {number} */ (value) : undefined);

/** @type {Shape<boolean>} */
export const flag = value => (typeof value === "boolean" ? value : undefined);

/**
 * @template {string} Value
 * @param {...Value} values
 * @returns {Shape<Value>}
 */
export const oneOf = (...values) => value => values.find(one => one === value);

/**
 * The items that are as they should be; one that is not takes no other with it.
 * @template Item
 * @param {Shape<Item>} item
 * @param {number} most
 * @returns {Shape<Item[]>}
 */
export const list = (item, most) => value => {
  if (!Array.isArray(value)) return undefined;
  return value.slice(0, most).flatMap(one => item(one) ?? []);
};

/**
 * A list without which there is nothing: every item of it as it should be, and at least one.
 * @template Item
 * @param {Shape<Item>} item
 * @param {number} most
 * @returns {Shape<Item[]>}
 */
export const wholeList = (item, most) => value => {
  const items = list(item, most)(value);
  return items && items.length > 0 && items.length === /** @type {unknown[]} */ (value).length ? items : undefined;
};

/**
 * @template {Record<string, Shape<any>>} Needed
 * @template {Record<string, Shape<any>>} Optional
 * @param {Needed} needed without one of these it is nothing
 * @param {Optional} [optional] left out if they are something else
 * @returns {Shape<any>}
 */
export const record = (needed, optional) => value => {
  if (typeof value !== "object" || value === null) return undefined;
  /** @type {Record<string, unknown>} */
  const made = {};
  for (const [name, shape] of Object.entries({ ...needed, ...optional })) {
    // Own members only: what every object inherits was never written by us.
    const member = Object.hasOwn(value, name) ? shape(/** @type {any} */ (value)[name]) : undefined;
    if (member !== undefined) made[name] = member;
    else if (Object.hasOwn(needed, name)) return undefined;
  }
  return made;
};
