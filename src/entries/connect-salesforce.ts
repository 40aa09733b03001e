// One file to load for a softphone in Salesforce.
export { decodeSettings } from "../callcenter/decode-settings.ts";
export { connectClassic } from "../host/classic/connect-classic.ts";
