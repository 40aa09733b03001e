import { signal, type ReadonlySignal } from "@preact/signals";
import type { Listenable } from "../base/emitter.ts";
import type { LineClient, ViewCommand } from "../line/protocol-client.ts";
import type { KeptNumbers } from "../line/protocol-kept.ts";
import type { LineSnapshot, ToLine } from "../line/protocol.ts";
import type { PhoneErrorCode } from "../telephony/phone.ts";

/** What a {@link LineLink} announces. */
export interface LineLinkEvents {
  /** Recent calls and favourites changed, or were asked for. */
  keptChanged: { readonly kept: KeptNumbers };
  /** The line could not do what this view asked. */
  refused: { readonly command: ToLine["type"]; readonly code: PhoneErrorCode };
}

/** This view's end of the line: the line's state as a signal, commands as messages. */
export interface LineLink extends Listenable<LineLinkEvents> {
  /** This view's name among the views. */
  readonly view: string;
  /** `undefined` until the line has answered for the first time. */
  readonly snapshot: ReadonlySignal<LineSnapshot | undefined>;
  send(command: LineCommand): void;
}

/** What the softphone says to the line; the rest is said by whoever holds the connection. */
export type LineCommand = Exclude<ViewCommand, { readonly type: "mediaReply" | "mediaReport" }>;

/** Gives a view's end of the line the form that models want. */
export function linkTo(client: LineClient): LineLink {
  const snapshot = signal(client.snapshot);
  client.on("snapshotChanged", (news) => (snapshot.value = news.snapshot));
  return {
    view: client.view,
    snapshot,
    send: (command) => client.send(command),
    on: (name, listener) => client.on(name, listener),
  };
}
