import { ToolkitError } from "../../toolkits/opencti/index.ts";
import type { Outcome } from "../explorer.ts";

type OutcomeProps = { outcome: Outcome | undefined };

/** What came of the last call. */
export function OutcomeView({ outcome }: OutcomeProps) {
  return (
    <section aria-label="Outcome" aria-live="polite">
      {outcome && <Shown outcome={outcome} />}
    </section>
  );
}

function Shown({ outcome }: { outcome: Outcome }) {
  switch (outcome.phase) {
    case "waiting":
      return <p>Waiting for Salesforce …</p>;
    case "answered":
      return (
        <>
          <h3>Resolved after {outcome.milliseconds} ms</h3>
          <pre class="answered" tabIndex={0}>
            {written(outcome.value)}
          </pre>
        </>
      );
    case "failed":
      return (
        <>
          <h3>Rejected after {outcome.milliseconds} ms</h3>
          <Failure error={outcome.error} />
        </>
      );
    case "listening":
    case "stopped":
      return <Heard {...outcome} />;
  }
}

function Failure({ error }: { error: unknown }) {
  if (!(error instanceof ToolkitError)) return <pre class="failed">{String(error)}</pre>;
  const { code, method, reason } = error;
  return (
    <dl class="failed">
      <dt>code</dt>
      <dd>{code}</dd>
      <dt>method</dt>
      <dd>{method}</dd>
      <dt>reason</dt>
      <dd>{reason}</dd>
    </dl>
  );
}

function Heard({ phase, heard }: Extract<Outcome, { phase: "listening" | "stopped" }>) {
  return (
    <>
      <h3>
        {phase === "listening" ? "Listening" : "Stopped"}: {heard.length}{" "}
        {heard.length === 1 ? "event" : "events"}
      </h3>
      {heard.length > 0 && (
        <pre class="answered" tabIndex={0}>
          {heard.map(written).join("\n")}
        </pre>
      )}
    </>
  );
}

/** JSON, and what JSON has no word for. */
function written(value: unknown): string {
  return value === undefined ? "undefined" : JSON.stringify(value, undefined, 2);
}
