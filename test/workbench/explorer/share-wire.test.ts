import { signal } from "@preact/signals";
import { assert } from "chai";
import type { WireEntry } from "../../../src/workbench/console/state.ts";
import { shareWire } from "../../../src/workbench/explorer/share-wire.ts";
import { Stage } from "../stage.ts";

const entry = (raw: string): WireEntry => {
  return { at: 1, direction: "toSalesforce", frame: "sfdcSoftphone", raw };
};

describe("workbench/explorer/share-wire", () => {
  let frame: HTMLIFrameElement;
  let port: MessagePort;
  let heard: string[];
  const { origin } = location;

  beforeEach(() => {
    frame = document.createElement("iframe");
    document.body.append(frame);
    heard = [];
  });
  afterEach(() => frame.remove());

  const salesforce = (wire: ReturnType<typeof signal<readonly WireEntry[]>>) => {
    using stage = new Stage();
    return { ...stage.salesforce, wire: wire as typeof stage.salesforce.wire }; // Holds no `undefined`.
  };

  function ask(from: { source?: Window | null; origin?: string; data?: unknown } = {}): void {
    const { port1, port2 } = new MessageChannel();
    port = port1;
    port.onmessage = ({ data }: MessageEvent<{ readonly raw: string }>) => heard.push(data.raw);
    const about = { source: frame.contentWindow, origin, data: { shareWire: true }, ...from };
    window.dispatchEvent(new MessageEvent("message", { ...about, ports: [port2] }));
  }

  /** Ports keep their order: what was sent before has arrived with this. */
  async function arrived(wire: { value: readonly WireEntry[] | undefined }): Promise<void> {
    wire.value = [...(wire.value ?? []), entry("last")];
    while (!heard.includes("last")) await new Promise((resolve) => setTimeout(resolve));
  }

  it("passes on each message that comes after the frame has asked, once", async () => {
    const wire = signal<readonly WireEntry[]>([entry("before")]);
    const stop = shareWire(salesforce(wire), { frame, origin });
    ask();
    wire.value = [...wire.value, entry("first"), entry("second")];
    await arrived(wire);
    assert.deepEqual(heard, ["first", "second", "last"]);
    stop();
  });

  it("tells no other window, no other origin, and nobody who asks for something else", async () => {
    const wire = signal<readonly WireEntry[]>([]);
    const stop = shareWire(salesforce(wire), { frame, origin });
    ask({ source: window });
    ask({ origin: "https://attacker.example" });
    ask({ data: { other: true } });
    ask({ data: "shareWire" });
    wire.value = [entry("secret")];
    ask();
    await arrived(wire);
    assert.deepEqual(heard, ["last"]);
    stop();
  });

  it("begins anew when the page in the frame has loaded again, and ends when it is told to", async () => {
    const wire = signal<readonly WireEntry[]>([]);
    const stop = shareWire(salesforce(wire), { frame, origin });
    ask();
    const old = port;
    ask();
    await arrived(wire);
    stop();
    wire.value = [...wire.value, entry("after")];
    assert.deepEqual(heard, ["last"]);
    assert.notEqual(old, port);
  });
});
