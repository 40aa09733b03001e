import type { Agent } from "./agent.ts";
import type { AudioRoom } from "./audio-room.ts";
import type { LateListDesk } from "./calling-list/late-list-desk.ts";
import type { CallBook } from "./call-book.ts";
import type { Dialling } from "./dialling.ts";
import type { CompleteOptions } from "./line-options.ts";
import type { Presence } from "./presence.ts";
import type { SignDesk } from "./sign-desk.ts";
import type { LineSnapshot } from "./protocol.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Switchboard } from "./switchboard.ts";
import type { Views } from "./views.ts";

/** What a line's state is made of. */
export interface LineParts {
  readonly agent: Agent;
  readonly audio: AudioRoom;
  readonly book: CallBook;
  readonly dialling: Dialling;
  readonly lists: LateListDesk;
  readonly options: CompleteOptions;
  readonly presence: Presence;
  readonly signing: SignDesk;
  readonly surroundings: Surroundings;
  readonly switchboard: Switchboard;
  readonly views: Views;
}

/** All that a view is to know of the line. */
export function lineSnapshot({
  agent,
  audio,
  book,
  dialling,
  lists,
  options,
  presence,
  signing,
  surroundings,
  switchboard,
  views,
}: LineParts): LineSnapshot {
  const { phone, journal, media, place, turn } = options;
  const calls = book.ours.map((record) => {
    const { id } = record.call;
    const sound = record.isUp ? audio.sounds.of(id) : undefined;
    const shown = record.snapshot(media.current(id)?.id);
    return { ...shown, ...switchboard.of(record.call), ...(sound && { sound }) };
  });
  const { home } = views;
  return {
    registration: phone.registration,
    calls,
    views: views.all.length,
    ...audio.snapshot,
    ...surroundings.snapshot,
    ...present({
      place,
      identity: agent.identity,
      signedOutBy: signing.signedOutBy,
      waiting: dialling.snapshot,
      home: home?.id,
      front: views.focused?.id,
      list: lists.snapshot,
      listsOpen: lists.isOpen || undefined,
      presence: agent.identity === undefined ? undefined : presence.snapshot,
      storage: journal.problem,
      otherRelease: turn?.other,
    }),
  };
}

type Present<Given> = { readonly [Name in keyof Given]?: Exclude<Given[Name], undefined> };

/** Leaves out what is not there. */
function present<Given extends object>(given: Given): Present<Given> {
  const there = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there) as Present<Given>; // just looked at
}
