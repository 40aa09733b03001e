/** What the page around a frame knows of it. */
export interface FrameDetails {
  readonly nonce: string;
  readonly origin: string;
  /** For publishers in a feed-based page. */
  readonly entityFeedNonce?: string;
  /** The tab the frame is in; absent for the softphone, which is in none. */
  readonly tabId?: string;
}

/** A frame that is allowed to speak. */
export interface ConnectedFrame extends FrameDetails {
  readonly element: HTMLIFrameElement;
}

/** Posts to one frame, and to its own origin only. */
export function postTo(frame: ConnectedFrame, message: unknown): void {
  frame.element.contentWindow?.postMessage(message, frame.origin);
}
