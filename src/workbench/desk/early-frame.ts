import type { PlayedSalesforce } from "../console/state.ts";

/**
 * The softphone's frame, made by a script in the page's head before this bundle is there:
 * in a standard tab every millisecond counts. Messages that came in the meantime are held.
 */
export interface EarlyFrame {
  readonly frame: HTMLIFrameElement;
  readonly nonce: string;
  /** The softphone's origin. */
  readonly origin: string;
  /** Where the explorer plays a publisher in a feed, too. */
  readonly entityFeedNonce?: string;
  /** Hands over what came so far, and stops holding. */
  readonly release: () => readonly MessageEvent[];
}

declare global {
  var softphoneFrame: Promise<EarlyFrame | undefined> | undefined;
  /** The configuration, asked for by the same script. */
  var workbenchConfig: Promise<Response> | undefined;
}

/** Connects the frame to the player, and lets the player hear what the softphone has said already. */
export function connectEarlyFrame(salesforce: PlayedSalesforce, early: EarlyFrame): () => void {
  const { frame, release, ...details } = early;
  const disconnect = salesforce.connectFrame(frame, details);
  for (const { data, origin: from, source } of release()) {
    window.dispatchEvent(
      new MessageEvent("message", { data: data as unknown, origin: from, source }),
    );
  }
  return disconnect;
}
