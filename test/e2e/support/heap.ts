import type { CDPSession, Page } from "playwright-core";

/** How many objects of each kind live in a document or worker, after its garbage was collected. */
export type HeapCount = ReadonlyMap<string, number>;

/** Says something to the developers' side of a document or worker, and hears what comes of it. */
interface Debugged {
  send(method: string): Promise<unknown>;
  onChunk(hear: (chunk: string) => void): void;
}

/** What lives in the softphone's document. */
export async function heapOfSoftphone(page: Page): Promise<HeapCount> {
  const frame = page.frame({ name: "sfdcSoftphone" });
  const session = await page.context().newCDPSession(frame ?? page);
  try {
    return await count({
      // Chromium has many more commands than those that are typed.
      send: (method) => session.send(method as "HeapProfiler.enable"),
      onChunk: (hear) =>
        session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => hear(chunk)),
    });
  } finally {
    await session.detach();
  }
}

/** What lives in the line's worker. */
export async function heapOfLine(page: Page): Promise<HeapCount> {
  const browser = page.context().browser();
  if (!browser) throw new Error("This page's browser cannot be asked");
  const session = await browser.newBrowserCDPSession();
  try {
    const { targetInfos } = await session.send("Target.getTargets");
    const worker = targetInfos.find(({ type }) => type === "shared_worker");
    if (!worker) throw new Error("No shared worker runs");
    const { targetId } = worker;
    const { sessionId } = await session.send("Target.attachToTarget", { targetId, flatten: false });
    return await count(through(session, sessionId));
  } finally {
    await session.detach();
  }
}

/** A worker has no session of its own here: each message is handed on by the browser. */
function through(session: CDPSession, sessionId: string): Debugged {
  let sent = 0;
  const waiting = new Map<number, () => void>();
  const hearers: ((chunk: string) => void)[] = [];
  session.on("Target.receivedMessageFromTarget", (event) => {
    if (event.sessionId !== sessionId) return;
    // What Chromium writes; this is its format.
    const message = JSON.parse(event.message) as {
      id?: number;
      method?: string;
      params?: { chunk?: string };
    };
    if (message.id !== undefined) waiting.get(message.id)?.();
    if (message.method !== "HeapProfiler.addHeapSnapshotChunk") return;
    for (const hear of hearers) hear(message.params?.chunk ?? "");
  });
  return {
    onChunk: (hear) => void hearers.push(hear),
    send(method) {
      const id = ++sent;
      const answered = new Promise<void>((resolve) => waiting.set(id, resolve));
      const message = JSON.stringify({ id, method });
      return session
        .send("Target.sendMessageToTarget", { message, sessionId })
        .then(() => answered);
    },
  };
}

async function count(target: Debugged): Promise<HeapCount> {
  const chunks: string[] = [];
  target.onChunk((chunk) => chunks.push(chunk));
  await target.send("HeapProfiler.enable");
  await target.send("HeapProfiler.collectGarbage");
  await target.send("HeapProfiler.takeHeapSnapshot");
  await target.send("HeapProfiler.disable");
  return byKind(JSON.parse(chunks.join("")) as Snapshot);
}

/** V8's own format: the nodes are one long list of numbers. */
interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

/**
 * What V8 keeps for itself (code, scopes, shapes: what scripts hold shows in the objects around it), and the page's
 * bounded records of what was typed, moved and played.
 */
const browsersOwn =
  /^system \/ |UndoStep|Command$|^LayoutShift|^DOMRectReadOnly|HeapVector|HeapHashTable|^Text$|MediaPlayer$/;
/**
 * Plain data. V8 makes an object and an array for each place in a script that makes some, late modules bring theirs, and
 * the list of recent calls grows to its hundred. What does something for a call (a session, a timer, a track, a
 * listener) has a class, is the browser's, or is a function.
 */
const plainData: ReadonlySet<string> = new Set(["object Object", "object Array"]);
/** Objects of scripts and of the browser. */
const counted: ReadonlySet<string> = new Set(["object", "native", "closure", "regexp"]);

function byKind({ snapshot, nodes, strings }: Snapshot): HeapCount {
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [typeAt, nameAt] = [fields.indexOf("type"), fields.indexOf("name")];
  const kinds = new Map<string, number>();
  for (let at = 0; at < nodes.length; at += fields.length) {
    const type = types[0][nodes[at + typeAt] ?? 0] ?? "";
    if (!counted.has(type)) continue;
    const name = strings[nodes[at + nameAt] ?? 0] ?? "";
    if (browsersOwn.test(name)) continue;
    const kind = `${type} ${name.slice(0, 60)}`;
    if (plainData.has(kind)) continue;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return kinds;
}
