// A list of numbers with the plug-in: /apex/NumberList?rows=2000&jquery=4 in the workbench.
import { loadScripts, phoneOrigin, rowsOf, tableRow } from "./rows.js";

const asked = new URLSearchParams(location.search);
const say = (text) => (document.getElementById("status").textContent = text);
const body = document.querySelector("#numbers tbody");

/** Milliseconds of each task that kept the page from answering, for whoever measures. */
window.longTasks = [];
new PerformanceObserver((list) => {
  window.longTasks.push(...list.getEntries().map(({ duration }) => duration));
}).observe({ type: "longtask" });

const { rows } = await rowsOf(asked.get("view") ?? "All Contacts", []);
const missing = Math.max(0, Number(asked.get("rows") ?? 0) - rows.length);
const invented = Array.from({ length: missing }, (_, at) => ({
  name: `Row ${at + 1}`,
  fields: { Phone: `(555) 010-${String(at).padStart(4, "0")}` },
}));
body.append(...[...rows, ...invented].map(tableRow));

await loadScripts();
window.longTasks.length = 0;
const numbers = window.jQuery("#numbers");
numbers.clickToDial({ numbers: "td.phone", phoneOrigin });
say(`${body.rows.length} rows, jQuery ${window.jQuery.fn.jquery}`);

document.getElementById("add").onclick = () => {
  const { length } = body.rows;
  const Phone = `(415) 555-${String(length).padStart(4, "0")}`;
  body.prepend(tableRow({ name: `Added ${length}`, fields: { Phone } }));
};

const words = {
  busy: "The phone still has a list: finish it, or put it away first.",
  refused: "The administrator does not let pages hand lists over.",
  empty: "There is no number in this list.",
};

document.getElementById("call-all").onclick = async () => {
  try {
    const { taken, reason } = await numbers.callThisList("Numbers");
    say(words[reason] ?? `${taken} numbers handed to the phone.`);
  } catch (error) {
    say(error.message);
  }
};
