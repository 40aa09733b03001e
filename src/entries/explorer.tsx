// Every method of both toolkits, to try out; embedded where a softphone would be.
import { signal } from "@preact/signals";
import { render } from "preact";
import { Explorer } from "../explorer/explorer.ts";
import "../explorer/explorer.css";
import { makeKits } from "../explorer/kits.ts";
import { ExplorerPage } from "../explorer/view/ExplorerPage.tsx";
import { askForWire } from "../explorer/wire.ts";
import { connect } from "../toolkits/opencti/index.ts";

const root = document.getElementById("root") ?? document.body;
const list = document.querySelector<HTMLMetaElement>("meta[name=switchhook-allowed-origins]");
const allowedOrigins = (list?.content ?? "").split(/\s+/).filter(Boolean);
const query = new URLSearchParams(location.search);
const asked = Number(query.get("apiVersion") ?? query.get("toolkitVersion"));

async function open(): Promise<Explorer> {
  try {
    const connection = await connect({
      toolkits: ["interaction", "console"],
      allowedOrigins,
      ...(asked >= 20 ? { apiVersion: asked } : {}),
    });
    const report = (error: unknown) => (explorer.trouble.value = String(error));
    const kits = makeKits(connection, { report });
    const wire = askForWire(connection.origin);
    const explorer = new Explorer({ kits, wire, problem: undefined });
    return explorer;
  } catch (error) {
    const problem = `Not connected: ${error instanceof Error ? error.message : String(error)}`;
    return new Explorer({ kits: makeKits(problem), wire: signal([]), problem });
  }
}

void open().then((explorer) => render(<ExplorerPage explorer={explorer} />, root));
