import type { SipRequest } from "../../src/exchange/sip/message.ts";
import { parseMessage } from "../../src/exchange/sip/parse.ts";

/** A request as a browser's telephone would send it; each field can be another. */
export function request(
  method: string,
  uri: string,
  fields: Readonly<Record<string, string>> = {},
): SipRequest {
  const own: Record<string, string> = {
    Via: "SIP/2.0/WS phone.invalid;branch=z9hG4bKone",
    "Max-Forwards": "70",
    From: '"Agent" <sip:agent@phones.test>;tag=ours',
    To: `<${uri}>`,
    "Call-ID": "call-1",
    CSeq: `1 ${method}`,
    Contact: "<sip:abc@phone.invalid;transport=ws>",
    ...fields,
  };
  const lines = Object.entries(own).map(([name, value]) => `${name}: ${value}`);
  const text = [`${method} ${uri} SIP/2.0`, ...lines, "", ""].join("\r\n");
  const message = parseMessage(text);
  if (message.kind !== "request") throw new Error("not a request");
  return message;
}
