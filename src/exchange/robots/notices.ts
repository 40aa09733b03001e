import { parseAddress, tagOf } from "../sip/address.ts";
import { required, type SipRequest } from "../sip/message.ts";
import { parseUri } from "../sip/uri.ts";
import type { RobotAgent } from "./agent.ts";
import { Dialog } from "./dialog.ts";

/** How many messages wait for a user. */
export type Messages = { readonly fresh: number; readonly old: number };
/** What a telephone is doing, as its neighbours are told. */
export type LineState = "free" | "ringing" | "busy";

type Subscription = {
  readonly dialog: Dialog;
  readonly event: "message-summary" | "dialog";
  /** Whose mailbox, or telephone. */
  readonly user: string;
  /** Milliseconds since 1970. */
  until: number;
};

const longestSeconds = 3_600;
const mostSubscriptions = 500;

/** Tells telephones of mailboxes (RFC 3842) and of each other (RFC 4235), as they have asked for. */
export class Notices {
  readonly #agent: RobotAgent;
  readonly #subscriptions = new Map<string, Subscription>();
  readonly #messages = new Map<string, Messages>();
  readonly #lines = new Map<string, LineState>();
  #version = 0;

  constructor(agent: RobotAgent) {
    this.#agent = agent;
  }

  leaveMessages(user: string, messages: Messages): void {
    this.#messages.set(user, messages);
    this.#tell("message-summary", user);
  }

  setLine(user: string, state: LineState): void {
    this.#lines.set(user, state);
    this.#tell("dialog", user);
  }

  /** Somebody wants to be told, goes on wanting it, or does not want it any more. */
  subscribe(request: SipRequest): void {
    const event = request.headers.get("event")?.split(";")[0]?.trim();
    const known = this.#subscriptions.get(tagOf(required(request, "to")) ?? "");
    if (event !== "message-summary" && event !== "dialog") this.#agent.reply(request, 489);
    else if (known) this.#renew(request, known);
    else if (tagOf(required(request, "to")) !== undefined) this.#agent.reply(request, 481);
    else this.#begin(request, event);
  }

  #begin(request: SipRequest, event: Subscription["event"]): void {
    const user = parseUri(parseAddress(required(request, "to")).uri)?.user ?? "";
    const dialog = Dialog.of(request);
    this.#forgetOld();
    const subscription: Subscription = { dialog, event, user, until: 0 };
    this.#subscriptions.set(dialog.localTag, subscription);
    this.#renew(request, subscription);
  }

  #renew(request: SipRequest, subscription: Subscription): void {
    const seconds = secondsIn(request);
    subscription.until = Date.now() + seconds * 1_000;
    subscription.dialog.retarget(request);
    const { localTag: tag } = subscription.dialog;
    this.#agent.reply(request, 200, { tag, headers: [["expires", String(seconds)]] });
    this.#notify(subscription, seconds);
    if (seconds === 0) this.#subscriptions.delete(tag);
  }

  #tell(event: Subscription["event"], user: string): void {
    this.#forgetOld();
    for (const subscription of this.#subscriptions.values()) {
      const seconds = Math.round((subscription.until - Date.now()) / 1_000);
      if (subscription.event === event && subscription.user === user)
        this.#notify(subscription, seconds);
    }
  }

  #notify(subscription: Subscription, seconds: number): void {
    const { dialog, event } = subscription;
    const state = seconds > 0 ? `active;expires=${seconds}` : "terminated;reason=timeout";
    const notify = dialog.request("NOTIFY", {
      headers: [
        ["event", event],
        ["subscription-state", state],
      ],
      ...this.#content(subscription),
    });
    this.#agent.ask(notify, ({ status }) => {
      if (status >= 300) this.#subscriptions.delete(dialog.localTag);
    });
  }

  #content({ event, user }: Subscription): { readonly body: string; readonly contentType: string } {
    if (event === "dialog") {
      const body = this.#dialogInfo(user);
      return { body, contentType: "application/dialog-info+xml" };
    }
    const { fresh, old } = this.#messages.get(user) ?? { fresh: 0, old: 0 };
    const body = `Messages-Waiting: ${fresh > 0 ? "yes" : "no"}\r\nVoice-Message: ${fresh}/${old}\r\n`;
    return { body, contentType: "application/simple-message-summary" };
  }

  #dialogInfo(user: string): string {
    this.#version += 1;
    const state = this.#lines.get(user) ?? "free";
    const dialog =
      state === "free"
        ? ""
        : `<dialog id="one"><state>${state === "busy" ? "confirmed" : "early"}</state></dialog>`;
    return `<?xml version="1.0"?>\n<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="${this.#version}" state="full" entity="sip:${encodeURIComponent(user)}">${dialog}</dialog-info>\n`;
  }

  #forgetOld(): void {
    for (const [tag, { until }] of this.#subscriptions)
      if (until < Date.now() || this.#subscriptions.size > mostSubscriptions)
        this.#subscriptions.delete(tag);
  }
}

function secondsIn(request: SipRequest): number {
  const asked = Number(request.headers.get("expires") ?? longestSeconds);
  return Number.isInteger(asked) && asked >= 0 ? Math.min(asked, longestSeconds) : longestSeconds;
}
