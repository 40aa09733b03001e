import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useDesk } from "../desk-context.ts";
import { reasonOf } from "../use-loaded.ts";
import { callAgent, hangUp, runningCalls, type RunningCall } from "./exchange-client.ts";

const everySecond = 1_000;
const mostShown = 60;

/** Plays the customers: each of them can call the agent, and hang up. */
export function CustomersPanel() {
  const { config } = useDesk();
  const problem = useSignal("");
  const attempt = (deed: Promise<void>) => {
    problem.value = "";
    deed.catch((error: unknown) => (problem.value = reasonOf(error)));
  };
  const caseNumber = useSignal("");
  const call = (from: string) => {
    const headers = caseNumber.value === "" ? {} : { headers: { "X-Case": caseNumber.value } };
    attempt(callAgent({ from, to: config.agent, ...headers }));
  };
  return (
    <>
      <NumberForm onCall={call} />
      <div class="tool-bar">
        <input
          aria-label="Case number sent along"
          placeholder="Case number sent along"
          onInput={(event) => (caseNumber.value = event.currentTarget.value.trim())}
        />
      </div>
      {problem.value && (
        <p class="refusal" role="alert">
          {problem.value}
        </p>
      )}
      <RunningCalls onHangUp={(id) => attempt(hangUp(id))} />
      <Phonebook onCall={call} />
    </>
  );
}

type CallingProps = { onCall: (from: string) => void };

function NumberForm({ onCall }: CallingProps) {
  const number = useSignal("");
  return (
    <form
      class="tool-bar"
      onSubmit={(event) => {
        event.preventDefault();
        onCall(number.value);
      }}
    >
      <input
        type="tel"
        required
        aria-label="Calling number"
        placeholder="+14155550199"
        onInput={(event) => (number.value = event.currentTarget.value)}
      />
      <button type="submit">Call agent</button>
    </form>
  );
}

function Phonebook({ onCall }: CallingProps) {
  const { config } = useDesk();
  const filter = useSignal("");
  const wanted = filter.value.toLowerCase();
  const shown = config.phonebook
    .filter((entry) => Object.values(entry).join(" ").toLowerCase().includes(wanted))
    .slice(0, mostShown);
  return (
    <>
      <h3>Phonebook</h3>
      <div class="tool-bar">
        <input
          type="search"
          aria-label="Filter customers"
          placeholder="Filter by name or number"
          onInput={(event) => (filter.value = event.currentTarget.value)}
        />
      </div>
      <ul class="customers">
        {shown.map(({ number, name, behaviour }) => (
          <li key={number}>
            <span>
              <strong>{name}</strong> {number} <em>{behaviour}</em>
            </span>
            <button
              type="button"
              aria-label={`Call agent from ${name}`}
              onClick={() => onCall(number)}
            >
              Call agent
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function RunningCalls({ onHangUp }: { onHangUp: (id: string) => void }) {
  const calls = useRunningCalls();
  return (
    <>
      <h3>Running calls</h3>
      {calls.length === 0 && <p class="empty">None</p>}
      <ul class="customers">
        {calls.map(({ id, from, to, state, held, heard }) => (
          <li key={id}>
            <span>
              <strong>
                {from} → {to}
              </strong>{" "}
              {held ? "on hold" : state} {heard && <em>hears {heard}</em>}
            </span>
            <button type="button" onClick={() => onHangUp(id)}>
              Hang up
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function useRunningCalls(): readonly RunningCall[] {
  const calls = useSignal<readonly RunningCall[]>([]);
  useEffect(() => {
    const look = () => {
      runningCalls().then(
        (running) => (calls.value = running),
        () => (calls.value = []), // No exchange, no calls: the next deed says why.
      );
    };
    look();
    const timer = setInterval(look, everySecond);
    return () => clearInterval(timer);
  }, [calls]);
  return calls.value;
}
