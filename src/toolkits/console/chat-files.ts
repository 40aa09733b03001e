import type { Stop } from "../../base/emitter.ts";
import type { Answer } from "./answer.ts";
import { maybeFlag, maybeText } from "./answer.ts";
import { callback } from "./argument.ts";
import { Caller } from "./caller.ts";
import type { ConsoleLink } from "./console-link.ts";
import type { VendorChat } from "./vendor.ts";

/** A file transfer is over. */
export interface FileTransferCompleted {
  /** Id of the attachment; undefined when no file arrived. */
  readonly attachmentId: string | undefined;
  /** Undefined when the console does not say. */
  readonly success: boolean | undefined;
}

/**
 * Asks a chat's visitor for a file.
 *
 * Every promise rejects with `ToolkitError` only: `unavailable`, `refused`, `timeout`, or `malformed`.
 */
export class ChatFiles {
  readonly #chat: Caller<VendorChat>;

  constructor(link: ConsoleLink) {
    this.#chat = new Caller(link, ({ chat }) => chat);
  }

  /**
   * Asks the visitor for a file. Since API 31.0. Resolves when the request was sent, not when a file arrived.
   *
   * @param entityId - The record to attach the file to.
   * @example
   * ```ts
   * await chatFiles.initFileTransfer(chatKey, "500x00000012345");
   * ```
   */
  initFileTransfer(chatKey: string, entityId: string): Promise<void> {
    return this.#chat.do("initFileTransfer", [chatKey, entityId, callback]);
  }

  /**
   * Takes the request back. Since API 31.0.
   *
   * @example
   * ```ts
   * await chatFiles.cancelFileTransferByAgent(chatKey);
   * ```
   */
  cancelFileTransferByAgent(chatKey: string): Promise<void> {
    return this.#chat.do("cancelFileTransferByAgent", [chatKey, callback]);
  }

  /**
   * Calls `listener` when the next file transfer of a chat is over: once. Since API 31.0.
   *
   * The manual calls it an event; 57.0 forgets the listener when the first transfer is over. Listen anew for each transfer.
   *
   * @returns Stops this listener.
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * const stop = chatFiles.onFileTransferCompleted(chatKey, ({ attachmentId }) => show(attachmentId));
   * ```
   */
  onFileTransferCompleted(chatKey: string, listener: (event: FileTransferCompleted) => void): Stop {
    return this.#chat.listen("onFileTransferCompleted", [chatKey, callback], {
      decode: fileTransferCompleted,
      listener,
      once: true,
    });
  }
}

function fileTransferCompleted(answer: Answer): FileTransferCompleted {
  return {
    attachmentId: maybeText(answer, "attachmentId"),
    success: maybeFlag(answer, "success"),
  };
}
