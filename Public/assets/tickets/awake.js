// @ts-check
/**
 * Keeps the screen from going dark, where the browser can and as long as the battery allows.
 * @returns {() => void} lets it go dark again
 */
export function stayAwake() {
  /** @type {{release(): Promise<void>} | undefined} */
  let lock;
  let isOver = false;

  async function ask() {
    if (document.hidden || isOver) return;
    // Refused on a low battery, or on a page that is not on https: then the screen does what it always does.
    lock = await /** @type {any} */ (navigator).wakeLock?.request("screen").catch(() => undefined);
    if (isOver) lock?.release();
  }

  // The browser lets go of the lock whenever the page is out of sight.
  document.addEventListener("visibilitychange", ask);
  ask();
  return () => {
    isOver = true;
    document.removeEventListener("visibilitychange", ask);
    lock?.release();
  };
}
