import type { Account } from "../phone.ts";

/** A number's SIP address; an address stays what it is. */
export function addressOf(target: string, { domain }: Account): string {
  const address = target.includes("@") ? target : `${target}@${domain}`;
  return /^sips?:/i.test(address) ? address : `sip:${address}`;
}

/** The user of an address, as people write it. */
export function decode(user: string): string {
  try {
    return decodeURIComponent(user);
  } catch {
    return user;
  }
}
