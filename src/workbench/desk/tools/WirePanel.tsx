import { useSignal } from "@preact/signals";
import type { WireEntry } from "../../console/state.ts";
import { useDesk } from "../desk-context.ts";

/** More rows than these are of no use to a reader and slow the page. */
const most = 200;

/** Every message between Salesforce and the softphone, newest first, decoded on demand. */
export function WirePanel() {
  const { salesforce } = useDesk();
  const filter = useSignal("");
  const clearedAt = useSignal(0);
  const wanted = filter.value.toLowerCase();
  const entries = salesforce.wire.value
    .filter(({ at, raw }) => at > clearedAt.value && raw.toLowerCase().includes(wanted))
    .slice(-most)
    .reverse();
  return (
    <>
      <div class="tool-bar">
        <input
          type="search"
          aria-label="Filter messages"
          placeholder="Filter, such as screenPop"
          onInput={(event) => (filter.value = event.currentTarget.value)}
        />
        <button type="button" onClick={() => (clearedAt.value = Date.now())}>
          Clear
        </button>
      </div>
      {entries.length === 0 && <p class="empty">No messages</p>}
      <ol class="wire">
        {entries.map((entry, at) => (
          <WireRow key={`${entry.at} ${entries.length - at}`} entry={entry} />
        ))}
      </ol>
    </>
  );
}

function WireRow({ entry }: { entry: WireEntry }) {
  const { direction, decoded, raw, problem, frame } = entry;
  const outward = direction === "toSoftphone";
  return (
    <li class={outward ? "wire-out" : "wire-in"}>
      <details>
        <summary>
          <span title={outward ? "to the softphone" : "from the softphone"}>
            {outward ? "▼" : "▲"}
          </span>{" "}
          <time>{new Date(entry.at).toISOString().slice(11, 23)}</time> {titleOf(raw)}
          {problem && <strong class="wire-problem"> {problem}</strong>}
        </summary>
        <p class="wire-frame">{frame}</p>
        {decoded !== undefined && <pre tabIndex={0}>{readable(decoded)}</pre>}
        <pre tabIndex={0}>{raw}</pre>
      </details>
    </li>
  );
}

/** The method's name, in whichever of the formats. */
function titleOf(raw: string): string {
  const match = /(?:xdomain_name=s:|[/&]name=s:|method=|"method":")([\w.]+)/.exec(raw);
  return match?.[1] ?? raw.slice(0, 40);
}

/** Both toolkits put JSON into texts; here it is unpacked. */
function readable(decoded: unknown): string {
  const unpack = (_key: string, value: unknown): unknown => {
    if (typeof value !== "string" || !/^[[{]/.test(value)) return value;
    try {
      return JSON.parse(value);
    } catch {
      return value;
    }
  };
  return JSON.stringify(decoded, unpack, 1);
}
