// Plays the page behind a Classic list button: /apex/CallThisList?view=00B…&ids=003…,003…
import { loadScripts, phoneOrigin, rowsOf, tableRow } from "./rows.js";

const asked = new URLSearchParams(location.search);
const say = (text) => (document.getElementById("status").textContent = text);

const ids = (asked.get("ids") ?? "").split(",").filter(Boolean);
const { label, rows } = await rowsOf(asked.get("view"), ids);
document.getElementById("title").textContent = label;
document.querySelector("#numbers tbody").append(...rows.map(tableRow));

const words = {
  busy: "The phone still has a list: finish it, or put it away first.",
  refused: "The administrator does not let pages hand lists over.",
  empty: "There is no number in this list.",
  signedOut: "Nobody is signed in to the phone: sign in, then come back to this page.",
};

await loadScripts();
try {
  const numbers = window.jQuery("#numbers").clickToDial({ numbers: "td.phone", phoneOrigin });
  const { taken, reason } = await numbers.callThisList(label);
  say(words[reason] ?? `${taken} numbers handed to the phone.`);
} catch (error) {
  say(error.message);
}
