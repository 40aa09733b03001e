import type { Lamp, Mailbox, PhoneWishes } from "../telephony/phone.ts";

/** What a view tells the line of what is around calls: network, mailbox, colleagues. */
export type SurroundingsCommand =
  /** This view's browser has the network back: the connection is to be looked at. */
  | { readonly type: "online" }
  | { readonly type: "setDoNotDisturb"; readonly on: boolean }
  /** What the administrator wants. `autoAnswer`: callers who may ask for it are answered by themselves. */
  | { readonly type: "wish"; readonly wishes: PhoneWishes; readonly autoAnswer: boolean }
  /** Servers that find the other side, with a password that counts until `until`. */
  | {
      readonly type: "useIceServers";
      readonly iceServers: readonly RTCIceServer[];
      /** Milliseconds since 1970; left out when it counts for ever. */
      readonly until?: number;
    };

/** What all views know of what is around calls. */
export interface SurroundingsSnapshot {
  /** Absent until the server told of it. */
  readonly mailbox?: Mailbox;
  /** Colleagues' telephones, by the number that is watched. */
  readonly lamps?: Readonly<Record<string, Lamp>>;
  /** Nothing rings: callers are told that we are busy. */
  readonly doNotDisturb?: boolean;
  /** When the TURN servers' password ends. */
  readonly iceUntil?: number;
}
