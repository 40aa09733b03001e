import { render } from "preact";
import { gate } from "../host/classic/gate.ts";
import { keptRelease } from "../line/kept-release.ts";
import { protocolVersion } from "../line/protocol.ts";
import type { RefusalReason } from "../ui/refusals.ts";
import "../ui/softphone.css";
import { openSoftphone } from "./open-softphone.tsx";

// The softphone in a frame of Salesforce's, or alone. Who embeds it is looked at before anything else happens.

const list = document.querySelector<HTMLMetaElement>("meta[name=switchhook-allowed-origins]");
const allowed = [...(list?.content.split(/\s+/) ?? []).filter(Boolean), location.origin];
const root = document.getElementById("root") ?? document.body;

// Typed `any` by the DOM library.
const opener = window.opener as Window | null;

const query = new URLSearchParams(location.search);
const verdict = gate({
  framed: window.parent !== window,
  // Not every browser has it, whatever the types say.
  ancestors: (location.ancestorOrigins as DOMStringList | undefined) && [
    ...location.ancestorOrigins,
  ],
  search: location.search,
  allowed,
});

if (verdict === "refused") void refuse("stranger");
else if (!("RTCPeerConnection" in window)) void refuse("browser");
else void open();

/** A call that goes on in another release needs a view of that one. */
async function open() {
  const release = (opener && query.get("home")) ?? keptRelease(window) ?? protocolVersion;
  if (Number(release) !== protocolVersion) {
    const { becomeRelease } = await import("./other-release.ts");
    if (await becomeRelease(Number(release), root)) return;
  }
  if (query.has("home") && opener !== null) await openWindow(opener);
  else openSoftphone({ root, allowed, inSalesforce: verdict === "salesforce" });
}

async function refuse(reason: RefusalReason) {
  const { Refusal } = await import("../ui/Refusal.tsx");
  render(<Refusal reason={reason} />, root);
}

/** The phone's own window: home of the sound, or of the whole line where the browser keeps no worker. */
async function openWindow(page: Window) {
  const org = query.get("line");
  if (org === null) await (await import("./open-home.tsx")).openHome({ root, opener: page });
  else {
    const { openHomeLine } = await import("./open-home-line.tsx");
    await openHomeLine({ root, opener: page }, { org });
  }
}
