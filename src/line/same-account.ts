import type { Account } from "../telephony/phone.ts";

/** Whether signing in with one after the other changes nothing. */
export const sameAccount = (one: Account, other: Account) =>
  JSON.stringify(one, Object.keys(one).sort()) === JSON.stringify(other, Object.keys(other).sort());
