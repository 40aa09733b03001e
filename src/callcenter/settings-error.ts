/**
 * What is wrong with a setting.
 *
 * - `malformed`: its text cannot be understood; the default is used.
 * - `missing`: a setting without which no call can be made is empty.
 */
export type SettingsErrorCode = "malformed" | "missing";

/** Says which item of the call centre needs an administrator's hand. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
  readonly code: SettingsErrorCode;
  /** Section and item as Salesforce names them: `/sip/servers`. */
  readonly item: string;

  constructor(code: SettingsErrorCode, item: string, message: string) {
    super(message);
    this.code = code;
    this.item = item;
  }
}
