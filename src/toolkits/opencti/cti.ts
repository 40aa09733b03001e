import type { Stop } from "../../base/emitter.ts";
import { Calls, type OpenCtiOptions } from "./calls.ts";
import { decodeClickedNumber, type ClickedNumber } from "./click-to-dial.ts";
import { expectDone, expectJson, expectResult } from "./decode.ts";
import { decodeDirectory, type DirectoryPage } from "./directory.ts";
import { wellFormed } from "./params.ts";
import { expectEvent } from "./results.ts";
import { decodeSettings, type CallCenterSettings } from "./settings.ts";
import { decodeSoftphoneLayout, type SoftphoneLayout } from "./softphone-layout.ts";
import type { Loaded, VendorCti } from "./vendor.ts";

/** Which part of the directory to get. */
export interface DirectoryOptions {
  /**
   * The org's directory instead of a call center's.
   *
   * @defaultValue `false`
   */
  readonly isGlobal?: boolean;
  /** Which call center. Without a name, and not global, every number is meant. */
  readonly callCenterName?: string;
  /**
   * Counted from 0.
   *
   * @defaultValue 0
   */
  readonly resultSetPage?: number;
  /**
   * At most 10,000.
   *
   * @defaultValue 5,000
   */
  readonly resultSetPageSize?: number;
}

/**
 * `sforce.interaction.cti` as promises: the call center's settings, layout and directory, the softphone's size,
 * numbers that the agent clicks.
 *
 * Every promise rejects with a `ToolkitError` and nothing else.
 *
 * @example
 * ```ts
 * const { interaction: vendor } = await connect({ toolkits: ["interaction"], allowedOrigins });
 * const cti = new Cti(vendor.cti);
 * await cti.setSoftphoneHeight(400);
 * ```
 */
export class Cti {
  readonly #calls: Calls<VendorCti>;

  /**
   * @param vendor - `sforce.interaction.cti`, as `connect` found it.
   */
  constructor(vendor: Loaded<VendorCti> | undefined, options: OpenCtiOptions = {}) {
    this.#calls = new Calls(vendor, options);
  }

  /**
   * The agent's call center, as its definition file and the administrator filled it. Every agent can read it: no place for secrets.
   *
   * API version 25.0. Not established: whether labels and sort orders come along; expect keys you do not know.
   *
   * @see {@link https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_getcallcentersettings.htm | getCallCenterSettings in the guide}
   * @example
   * ```ts
   * const settings = await cti.getCallCenterSettings();
   * const prefix = settings["/reqDialingOptions/reqOutsidePrefix"] ?? "";
   * ```
   */
  async getCallCenterSettings(): Promise<CallCenterSettings> {
    const method = "getCallCenterSettings";
    const reply = await this.#calls.ask(method, (api, done) => api.getCallCenterSettings(done));
    return decodeSettings(method, expectResult(method, reply));
  }

  /**
   * The softphone layout of the agent's profile: what to show of a call, what to search, what to pop.
   *
   * API version 27.0.
   *
   * @see {@link https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_getsoftphonelayout.htm | getSoftphoneLayout in the guide}
   * @example
   * ```ts
   * const { Inbound } = await cti.getSoftphoneLayout();
   * const searched = Object.keys(Inbound.objects);
   * ```
   */
  async getSoftphoneLayout(): Promise<SoftphoneLayout> {
    const method = "getSoftphoneLayout";
    const reply = await this.#calls.ask(method, (api, done) => api.getSoftphoneLayout(done));
    return decodeSoftphoneLayout(method, expectJson(method, reply));
  }

  /**
   * Makes the softphone this high, until its page loads again. API version 25.0.
   *
   * Refused when the console has multi-monitor components on. Not established: a greatest height; 700 has been reported.
   *
   * @param height - Pixels.
   * @see {@link https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_setsoftphoneheight.htm | setSoftphoneHeight in the guide}
   * @example
   * ```ts
   * await cti.setSoftphoneHeight(document.body.scrollHeight);
   * ```
   */
  async setSoftphoneHeight(height: number): Promise<void> {
    const method = "setSoftphoneHeight";
    const reply = await this.#calls.ask(method, (api, done) =>
      api.setSoftphoneHeight(Math.round(height), done),
    );
    expectDone(method, reply);
  }

  /**
   * Makes the softphone this wide, in a console; standard tabs keep their sidebar's width. API version 25.0.
   *
   * Refused when the console has multi-monitor components on. Not established: the answer in standard tabs.
   *
   * @param width - Pixels.
   * @see {@link https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_setsoftphonewidth.htm | setSoftphoneWidth in the guide}
   * @example
   * ```ts
   * await cti.setSoftphoneWidth(320);
   * ```
   */
  async setSoftphoneWidth(width: number): Promise<void> {
    const method = "setSoftphoneWidth";
    const reply = await this.#calls.ask(method, (api, done) =>
      api.setSoftphoneWidth(Math.round(width), done),
    );
    expectDone(method, reply);
  }

  /**
   * Lets the agent dial by clicking numbers, until the softphone's page loads again. API version 25.0.
   *
   * Takes no argument: the script would take `true` for its callback.
   *
   * @see {@link https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_enableclicktodial.htm | enableClickToDial in the guide}
   * @example
   * ```ts
   * cti.onClickToDial(({ number }) => dial(number));
   * await cti.enableClickToDial();
   * ```
   */
  async enableClickToDial(): Promise<void> {
    const method = "enableClickToDial";
    expectDone(method, await this.#calls.ask(method, (api, done) => api.enableClickToDial(done)));
  }

  /**
   * Makes numbers plain text again: good while the agent cannot dial. API version 25.0.
   *
   * @see {@link https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_disableclicktodial.htm | disableClickToDial in the guide}
   * @example
   * ```ts
   * await cti.disableClickToDial();
   * ```
   */
  async disableClickToDial(): Promise<void> {
    const method = "disableClickToDial";
    expectDone(method, await this.#calls.ask(method, (api, done) => api.disableClickToDial(done)));
  }

  /**
   * Hears which number the agent clicked, once {@link Cti.enableClickToDial} has been called.
   *
   * API version 25.0. Not established: which pages show numbers that can be clicked.
   *
   * @returns What stops it.
   * @throws `ToolkitError` with code `unavailable` when the script cannot be listened to.
   * @see {@link https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_onclicktodial.htm | onClickToDial in the guide}
   * @example
   * ```ts
   * const stop = cti.onClickToDial(({ number, record }) => dial(number, record?.objectId));
   * ```
   */
  onClickToDial(listener: (clicked: ClickedNumber) => void): Stop {
    const method = "onClickToDial";
    return this.#calls.listen(
      method,
      (api, callback) => api.onClickToDial(callback),
      (event) => {
        const payload = expectEvent(method, event);
        if (payload !== undefined) listener(decodeClickedNumber(method, payload));
      },
    );
  }

  /**
   * A page of the directory's numbers. API version 31.0.
   *
   * @see {@link https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_getdirectorynumbers.htm | getDirectoryNumbers in the guide}
   * @example
   * ```ts
   * const { directoryNumbers, hasNext } = await cti.getDirectoryNumbers({ resultSetPageSize: 100 });
   * ```
   */
  async getDirectoryNumbers({
    isGlobal = false,
    callCenterName = "",
    resultSetPage = 0,
    resultSetPageSize = 5000,
  }: DirectoryOptions = {}): Promise<DirectoryPage> {
    const method = "getDirectoryNumbers";
    const name = wellFormed(callCenterName);
    const reply = await this.#calls.ask(method, (api, done) =>
      // The callback is third. The script leaves page 0 out of the message, which then means page 0.
      api.getDirectoryNumbers(isGlobal, name, done, resultSetPage, resultSetPageSize),
    );
    return decodeDirectory(method, expectJson(method, reply));
  }

  /**
   * Says that the softphone is up, so that Salesforce does not go over to the standby URL. To be said at each load.
   *
   * Nobody answers. Matters only where `reqStandbyUrl` and `reqTimeout` are set. API version 29.0.
   *
   * @throws `ToolkitError` with code `unavailable` when the script cannot say it.
   * @see {@link https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_notifyInitializationComplete.htm | notifyInitializationComplete in the guide}
   * @example
   * ```ts
   * cti.notifyInitializationComplete();
   * ```
   */
  notifyInitializationComplete(): void {
    this.#calls.tell("notifyInitializationComplete", (api) => api.notifyInitializationComplete());
  }
}
