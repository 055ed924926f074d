// @ts-check
import { byId, element } from "../booking/elements.js";
import { showStatus } from "../booking/voice.js";
import { say } from "../words.js";

/**
 * The buyer is back from the bank's check (3-D Secure) without having ended it, or in another tab: it can be gone on
 * with, or given up for another card.
 *
 * @param {string} url of the check
 * @param {() => void} onOther told when another card is to be used instead
 */
export function offerBankCheck(url, onOther) {
  const form = byId("payment");
  const goOn = element("a", { className: "button", href: url }, say("checkout.bank.continue"));
  const other = element("button", { type: "button", className: "button button-quiet", onclick: () => {
    onOther();
    showStatus("");
    form.hidden = false;
    byId("number").focus();
  } }, say("checkout.bank.otherCard"));
  form.hidden = true;
  showStatus(say("checkout.bank.unfinished"), { actions: [goOn, other] });
}
