// @ts-check
import { showStatus } from "../booking/voice.js";

/** The one sentence on top of the page. It remembers why it stands there, so that only its own cause takes it away. */
export class PageStatus {
  cause = "";
  #sentence = "";

  /**
   * @param {string} cause
   * @param {string} sentence
   * @param {Parameters<typeof showStatus>[1]} [options]
   */
  show(cause, sentence, options) {
    if (cause === this.cause && sentence === this.#sentence) return;
    this.cause = cause;
    this.#sentence = sentence;
    showStatus(sentence, options);
  }

  /** @param {string} cause */
  end(cause) {
    if (cause !== this.cause) return;
    this.cause = "";
    showStatus("");
  }
}
