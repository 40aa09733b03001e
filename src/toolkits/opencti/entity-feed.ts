import type { Stop } from "../../base/emitter.ts";
import { Calls, type OpenCtiOptions } from "./calls.ts";
import { expectDone, expectReply, isTrue } from "./decode.ts";
import { wellFormed } from "./params.ts";
import type { Loaded, VendorEntityFeed } from "./vendor.ts";

/** Which parts of a record have changed. */
export interface ObjectUpdate {
  /** Its own fields. */
  readonly fieldsUpdated: boolean;
  /** Lists of other records on its page. */
  readonly relatedListsUpdated: boolean;
  /** Posts and comments. */
  readonly feedUpdated: boolean;
}

/** Which parts of a feed page to load again; all of them unless told otherwise. */
export interface RefreshOptions {
  /** @defaultValue `true` */
  readonly fields?: boolean;
  /** @defaultValue `true` */
  readonly relatedLists?: boolean;
  /** @defaultValue `true` */
  readonly feed?: boolean;
}

/**
 * `sforce.interaction.entityFeed` as promises, for Visualforce pages that sit on a feed-based page (Case Feed).
 *
 * Useless in a softphone's own frame: without `entityFeedNonce` in the page's address the script
 * stays silent, so promises end in a `ToolkitError` with code `timeout`.
 *
 * @example
 * ```ts
 * const { interaction: vendor } = await connect({ toolkits: ["interaction"], allowedOrigins });
 * const entityFeed = new EntityFeed(vendor.entityFeed);
 * ```
 */
export class EntityFeed {
  readonly #calls: Calls<VendorEntityFeed>;

  /**
   * @param vendor - `sforce.interaction.entityFeed`, as `connect` found it.
   */
  constructor(vendor: Loaded<VendorEntityFeed> | undefined, options: OpenCtiOptions = {}) {
    this.#calls = new Calls(vendor, options);
  }

  /**
   * Tells the feed page that its record has changed. API version 26.0, by the path in the guide's sample.
   *
   * @param objectId - The case.
   * @see {@link https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_refreshobject.htm | refreshObject in the guide}
   * @example
   * ```ts
   * await entityFeed.refreshObject(caseId, { relatedLists: false });
   * ```
   */
  async refreshObject(
    objectId: string,
    { fields = true, relatedLists = true, feed = true }: RefreshOptions = {},
  ): Promise<void> {
    const method = "refreshObject";
    const id = wellFormed(objectId);
    const reply = await this.#calls.ask(method, (api, done) =>
      api.refreshObject(id, fields, relatedLists, feed, done),
    );
    expectDone(method, reply);
  }

  /**
   * Hears that the feed page's record was changed. API version 26.0, by the path in the guide's sample.
   *
   * @returns What stops it.
   * @throws `ToolkitError` with code `unavailable` when the script cannot be listened to.
   * @see {@link https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_onobjectupdate.htm | onObjectUpdate in the guide}
   * @example
   * ```ts
   * const stop = entityFeed.onObjectUpdate(({ fieldsUpdated }) => fieldsUpdated && readAgain());
   * ```
   */
  onObjectUpdate(listener: (update: ObjectUpdate) => void): Stop {
    const method = "onObjectUpdate";
    return this.#calls.listen(
      method,
      (api, callback) => api.onObjectUpdate(callback),
      (event) => {
        const update = decodeObjectUpdate(method, event);
        if (update) listener(update);
      },
    );
  }

  /**
   * Loads the frame with the calling page again. Nobody answers. API version 34.0.
   *
   * @throws `ToolkitError` with code `unavailable` when the script cannot do it.
   * @see {@link https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_reloadframe.htm | reloadFrame in the guide}
   * @example
   * ```ts
   * entityFeed.reloadFrame();
   * ```
   */
  reloadFrame(): void {
    this.#calls.tell("reloadFrame", (api) => api.reloadFrame());
  }
}

/** The facts are on the event itself. An acknowledged registration has none of them, and is no event. */
export function decodeObjectUpdate(method: string, event: unknown): ObjectUpdate | undefined {
  const facts = expectReply(method, event);
  const { fieldsUpdated, relatedListsUpdated, feedUpdated } = facts;
  const parts = [fieldsUpdated, relatedListsUpdated, feedUpdated];
  if (parts.every((part) => part === undefined)) return undefined;
  return {
    fieldsUpdated: isTrue(fieldsUpdated),
    relatedListsUpdated: isTrue(relatedListsUpdated),
    feedUpdated: isTrue(feedUpdated),
  };
}
