// One file to load for a softphone on its own.
export { decodeSettings } from "../callcenter/decode-settings.ts";
export { StandaloneHost } from "../host/standalone/standalone-host.ts";
