/**
 * Open CTI for Salesforce Classic (`sforce.interaction`) as typed promises.
 *
 * Load Salesforce's script with `connect`, then make an {@link Interaction}, a {@link Cti} or an {@link EntityFeed}.
 *
 * @packageDocumentation
 */
export { isAllowedOrigin } from "../allowed-origins.ts";
export { connect } from "../connect.ts";
export { ToolkitError, type MissingPart, type ToolkitErrorCode } from "../toolkit-error.ts";
export { Cti, type DirectoryOptions } from "./cti.ts";
export { EntityFeed, type ObjectUpdate, type RefreshOptions } from "./entity-feed.ts";
export { Interaction, type SearchOptions } from "./interaction.ts";
export { isSameRecord, longId, shortId } from "./record-id.ts";
export type { Stop } from "../../base/emitter.ts";
export type {
  Connection,
  ConnectOptions,
  LoadedToolkits,
  ToolkitName,
} from "../connect-options.ts";
export type { CanvasClient, ConnectingPage } from "../connect-page.ts";
export type { OpenCtiOptions } from "./calls.ts";
export type { ClickedNumber } from "./click-to-dial.ts";
export type { DirectoryNumber, DirectoryPage } from "./directory.ts";
export type { PageInfo } from "./page-info.ts";
export type { Params } from "./params.ts";
export type { RecordFacts } from "./record-facts.ts";
export type { FoundRecord, SearchResults } from "./search-results.ts";
export type { CallCenterSettings } from "./settings.ts";
export type {
  CallTypeLayout,
  LayoutField,
  ScreenPop,
  ScreenPopSettings,
  ScreenPopType,
  SoftphoneLayout,
} from "./softphone-layout.ts";
export type {
  CallType,
  Loaded,
  VendorCallback,
  VendorCti,
  VendorEntityFeed,
  VendorInteraction,
} from "./vendor.ts";
