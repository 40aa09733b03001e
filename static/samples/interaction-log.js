// A log of the agent's calls, beside the phone and made of Switchhook's events alone: switchhook.v1.* as console events
// in a console, as messages between this page and the phone's frame elsewhere. It needs no other script of ours.
// All that is told comes from strangers: it is shown as text, and an Id is looked at before it becomes a link.
const list = document.getElementById("interaction-log");
const phoneOrigin = new URL(list.dataset.phone).origin;
const prefix = "switchhook.v1.";
const salesforce = window.sforce?.console;
const inConsole = isInConsole();
const kept = "interaction-log";

/** Calls, the newest first. They outlive the page, as in standard tabs each click loads another. */
let calls = JSON.parse(sessionStorage.getItem(kept) ?? "[]");

const heard = {
  callBegan: (call) => know(call),
  callChanged: (call) => know(call),
  callEnded: ({ id, seconds, disposition }) => change(id, { seconds, disposition }),
};

function know(call) {
  if (calls.some(({ id }) => id === call.id)) change(call.id, call);
  else show([{ ...call, at: Date.now() }, ...calls].slice(0, 50));
}

function change(id, news) {
  show(calls.map((call) => (call.id === id ? { ...call, ...news } : call)));
}

function show(next) {
  calls = next;
  sessionStorage.setItem(kept, JSON.stringify(calls));
  list.replaceChildren(...calls.map(entry));
}

function entry(call) {
  const { number, name, record, attached = {}, at, seconds, disposition } = call;
  const isOver = disposition !== undefined;
  const item = element("li", "");
  item.append(
    element("strong", name ? `${name} ${number}` : number),
    element(
      "p",
      `${new Date(at).toLocaleTimeString()} ${isOver ? `${disposition}, ${seconds} s` : "Now"}`,
    ),
    ...(record ? [recordLink(record)] : []),
    ...Object.entries(attached).map(([key, value]) => element("p", `${key}: ${value}`)),
  );
  if (isOver) item.append(button("Call back", () => ask("dial", { number, record })));
  return item;
}

function recordLink({ id, object, name }) {
  const text = `${object}: ${name}`;
  if (!/^[a-z\d]{15}([a-z\d]{3})?$/i.test(id)) return element("p", text);
  const link = element("a", text);
  link.href = `/${id}`;
  link.target = "_top";
  link.onclick = (event) => {
    if (!inConsole) return;
    event.preventDefault();
    salesforce.openPrimaryTab(null, `/${id}`, true, name);
  };
  return link;
}

function button(text, act) {
  const made = element("button", text);
  made.type = "button";
  made.onclick = act;
  return made;
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** Asks something of the phone. Whether it does so is for the administrator to say. */
function ask(event, content) {
  const message = JSON.stringify(content);
  if (inConsole) salesforce.fireEvent(prefix + event, message);
  else
    for (const frame of framesOf(window.top, 2))
      frame.postMessage({ event: prefix + event, message }, phoneOrigin);
}

/** The phone is in one of these; what is posted reaches its origin alone. */
function framesOf(page, depth) {
  const frames = Array.from({ length: page.length }, (_each, at) => page[at]);
  return depth === 1 ? frames : frames.flatMap((frame) => [frame, ...framesOf(frame, depth - 1)]);
}

/** Salesforce's script throws where the page's address does not name Salesforce. */
function isInConsole() {
  try {
    return salesforce?.isInConsole() === true;
  } catch {
    return false;
  }
}

let isKnown = false;

function hear(event, message) {
  isKnown = true; // by any word of the phone's
  heard[event]?.(JSON.parse(message));
}

for (const event of [...Object.keys(heard), "state"]) {
  if (inConsole) salesforce.addEventListener(prefix + event, ({ message }) => hear(event, message));
}
window.addEventListener("message", ({ origin, data }) => {
  const [, event] = /^switchhook\.v1\.(\w+)$/.exec(data?.event) ?? [];
  if (!inConsole && origin === phoneOrigin && event) hear(event, data.message);
});

document.getElementById("show-phone").onclick = () => ask("show", {});
show(calls);

/** The phone may load later than this page. */
function sayHello() {
  if (isKnown) return;
  ask("hello", {});
  setTimeout(sayHello, 1_000);
}
sayHello();
