import { render } from "preact";
import { gate } from "../host/classic/gate.ts";
import type { RefusalReason } from "../ui/refusals.ts";
import "../ui/softphone.css";
import { openSoftphone } from "./open-softphone.tsx";

// The softphone in a frame of Salesforce's, or alone. Who embeds it is looked at before anything else happens.

const list = document.querySelector<HTMLMetaElement>("meta[name=switchhook-allowed-origins]");
const allowed = [...(list?.content.split(/\s+/) ?? []).filter(Boolean), location.origin];
const root = document.getElementById("root") ?? document.body;

// Typed `any` by the DOM library.
const opener = window.opener as Window | null;

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
else if (location.search === "?home" && opener !== null) {
  const page: Window = opener;
  void import("./open-home.tsx").then(({ openHome }) => openHome({ root, opener: page }));
} else openSoftphone({ root, allowed, inSalesforce: verdict === "salesforce" });

async function refuse(reason: RefusalReason) {
  const { Refusal } = await import("../ui/Refusal.tsx");
  render(<Refusal reason={reason} />, root);
}
