import type { WireMessage } from "../wire.ts";

type WireListProps = { messages: readonly WireMessage[] };

/** The messages since the call began, both ways, as they were posted and taken apart. */
export function WireList({ messages }: WireListProps) {
  if (messages.length === 0) return <></>;
  return (
    <section aria-label="Wire">
      <h3>On the wire</h3>
      <ol class="wire">
        {messages.map((message, at) => (
          <WireItem key={at} message={message} />
        ))}
      </ol>
    </section>
  );
}

function WireItem({ message }: { message: WireMessage }) {
  const { direction, raw, decoded, problem } = message;
  const outward = direction === "toSalesforce";
  return (
    <li class={outward ? "outward" : "inward"}>
      <strong>{outward ? "→ to Salesforce" : "← from Salesforce"}</strong> {problem}
      <pre tabIndex={0}>{raw}</pre>
      {decoded !== undefined && (
        <details>
          <summary>Decoded</summary>
          <pre tabIndex={0}>{JSON.stringify(decoded, undefined, 2)}</pre>
        </details>
      )}
    </li>
  );
}
