import type { Stop } from "../../base/emitter.ts";
import type { Answer } from "./answer.ts";
import { maybeText, name } from "./answer.ts";
import { callback } from "./argument.ts";
import type { Caller } from "./caller.ts";
import { rootCaller } from "./caller.ts";
import type { ConsoleLink } from "./console-link.ts";
import type { VendorRoot } from "./vendor.ts";

/** Somebody changed a record. */
export interface PushNotification {
  /** The record's Id. The manual's table spells the key `id`, its sample `Id`; both are read. */
  readonly id: string;
  /** API name of the record's object. */
  readonly entityType: string | undefined;
  /** What was done, such as `Updated`. The manual does not list the words. */
  readonly type: string | undefined;
  readonly lastModifiedById: string | undefined;
}

/**
 * Hears of records that anybody changes, for the objects and fields that the app's settings list.
 * Not in Professional Edition.
 */
export class PushNotifications {
  readonly #console: Caller<VendorRoot>;

  constructor(link: ConsoleLink) {
    this.#console = rootCaller(link);
  }

  /**
   * Calls `listener` at each change of a record of these objects that the agent may see, his own changes included. Since API 26.0.
   *
   * The script knows one listener per page, so all listeners of a page ask for the same objects in the same order; take
   * the old ones away with `removePushNotificationListener` before asking for others.
   *
   * @param objects - API names.
   * @returns Stops this listener.
   * @throws `ToolkitError`: `refused` when the page listens for other objects already, `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * const stop = pushNotifications.addPushNotificationListener(["Case"], ({ id }) => reload(id));
   * ```
   */
  addPushNotificationListener(
    objects: readonly string[],
    listener: (event: PushNotification) => void,
  ): Stop {
    return this.#console.listen("addPushNotificationListener", [objects, callback], {
      decode: pushNotification,
      listener,
    });
  }

  /**
   * Takes away the page's listeners for push notifications, all of them. Since API 26.0.
   *
   * @returns At once when there are none: the script would never answer then.
   * @example
   * ```ts
   * await pushNotifications.removePushNotificationListener();
   * ```
   */
  async removePushNotificationListener(): Promise<void> {
    const registered = this.#console.registered("addPushNotificationListener");
    if (registered.size === 0) return;
    await this.#console.do("removePushNotificationListener", [callback]);
    registered.clear();
  }
}

function pushNotification(answer: Answer): PushNotification {
  return {
    id: maybeText(answer, "Id") ?? name(answer, "id"),
    entityType: maybeText(answer, "entityType"),
    type: maybeText(answer, "Type"),
    lastModifiedById: maybeText(answer, "LastModifiedById"),
  };
}
