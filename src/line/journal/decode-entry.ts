import type { DeedState } from "../protocol.ts";
import type { JournalEntry } from "./journal.ts";

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === "string";
const time: Check = (value) => typeof value === "number" && Number.isFinite(value);
const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    words.includes(String(value));
const shaped =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.entries(checks).every(([name, check]) =>
      check((value as Record<string, unknown>)[name]),
    );
const absentOr =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const states: readonly DeedState[] = ["none", "doing", "done", "failed", "maybe", "skipped"];

const isEntry = shaped({
  id: text,
  owner: text,
  direction: oneOf("incoming", "outgoing"),
  remote: shaped({ number: text, name: absentOr(text) }),
  startedAt: time,
  seenAt: time,
  notes: text,
  state: (value) =>
    shaped({ phase: oneOf("dialing", "ringing") })(value) ||
    shaped({ phase: oneOf("connected"), since: time })(value) ||
    shaped({
      phase: oneOf("ended"),
      at: time,
      reason: shaped({ kind: text }),
      connectedAt: absentOr(time),
    })(value),
  muted: absentOr((value) => typeof value === "boolean"),
  dialog: absentOr(shaped({ callId: text, localTag: text, remoteTag: text, target: text })),
  invitation: absentOr(shaped({ text, tag: text })),
  record: absentOr(shaped({ id: text, object: text, name: absentOr(text) })),
  deeds: shaped({ pop: oneOf(...states), log: oneOf(...states), logId: absentOr(text) }),
});

const isFollowUpDeed = absentOr(shaped({ state: oneOf(...states), id: absentOr(text) }));

const each =
  (check: Check): Check =>
  (value) =>
    typeof value === "object" && value !== null && Object.values(value).every(check);

/** What a log is the poorer without, and no worse. */
const further: Readonly<Record<string, Check>> = {
  called: text,
  answerAfter: time,
  attached: each(text),
  draft: shaped({}),
  consultsFor: text,
  inConference: (value) => value === true,
  quality: shaped({
    ...{ seconds: time, resumed: time, history: each(time) },
    mos: shaped({ now: time, min: time, average: time }),
    loss: shaped({ now: time, average: time }),
    jitter: shaped({ now: time, average: time }),
  }),
};

const inDraft: Readonly<Record<string, Check>> = {
  subject: text,
  disposition: text,
  type: text,
  followUp: shaped({ subject: text, on: text }),
};

/** Reads what an older or newer release, or a broken disk, left behind; `undefined` when it is no entry. */
export function decodeEntry(stored: unknown): JournalEntry | undefined {
  if (!isEntry(stored)) return undefined;
  // Each field that is used has just been looked at, or is below.
  const entry = readable(stored as JournalEntry, further);
  const { draft, deeds } = entry;
  return {
    ...entry,
    ...(draft && { draft: readable(draft, inDraft) }),
    // It may have been saved: nobody can read that any more.
    ...(!isFollowUpDeed(deeds.followUp) && { deeds: { ...deeds, followUp: { state: "maybe" } } }),
  };
}

/** Leaves out what does not look as it should. */
function readable<Shape extends object>(given: Shape, checks: Readonly<Record<string, Check>>) {
  const fields = Object.entries(given).filter(([name, value]) => checks[name]?.(value) ?? true);
  return Object.fromEntries(fields) as Shape; // only what may be absent is looked for
}
