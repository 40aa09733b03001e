import { offer, request, response, type OddMessage, type RequestParts } from "./sip-text.ts";

/** Messages that are wrong (RFC 4475, 3.1.2 and 3.2): by the names they have there. */
export function malformed(target: string): readonly OddMessage[] {
  const send = (name: string, trait: string, parts: RequestParts): OddMessage => ({
    ...{ name, trait, rings: `${name}@stranger.invalid` },
    text: request(name, target, parts),
  });
  return [...badStartLines(send), ...badFields(send), ...badNumbers(send), ...responses(target)];
}

type Send = (name: string, trait: string, parts: RequestParts) => OddMessage;

function badStartLines(send: Send): readonly OddMessage[] {
  return [
    send("ltgtruri", "brackets around the Request-URI", {
      uri: "<sip:user@example.com>",
      body: offer,
    }),
    send("lwsruri", "a blank inside the Request-URI", {
      uri: "sip:user@example.com; lr",
      body: offer,
    }),
    send("lwsstart", "too many blanks in the start line", { method: "INVITE ", body: offer }),
    send("trws", "a blank behind the version", { method: "OPTIONS", version: "SIP/2.0  " }),
    send("escruri", "escaped headers in the Request-URI", {
      uri: "sip:user@example.com?Route=%3Csip:example.com%3E",
      body: offer,
    }),
    send("badvers", "a version that nobody knows", { method: "OPTIONS", version: "SIP/7.0" }),
    send("mismatch01", "a CSeq of another method", {
      method: "OPTIONS",
      fields: { CSeq: "8 INVITE" },
    }),
    send("mismatch02", "an unknown method, with a CSeq of another", {
      method: "NEWMETHOD",
      fields: { CSeq: "8 INVITE" },
      body: offer,
    }),
  ];
}

function badFields(send: Send): readonly OddMessage[] {
  return [
    send("badinv01", "separators where no value is", {
      fields: {
        Via: "SIP/2.0/WSS 192.0.2.15;;,;,,",
        From: "Joe <sip:joe@example.org>;;tag=1",
        Contact: '"" <> ;,, ;',
      },
      body: offer,
    }),
    send("clerr", "a Content-Length beyond the end", {
      fields: { "Content-Length": "9999" },
      body: offer,
    }),
    send("ncl", "a negative Content-Length", { fields: { "Content-Length": "-999" }, body: offer }),
    send("quotbal", "a display name whose quotation mark never closes", {
      fields: { To: '"Mr. J. User <sip:j.user@example.com>' },
      body: offer,
    }),
    send("baddate", "a date in a time zone of its own", {
      fields: { Date: "Fri, 01 Jan 2010 16:00:00 EST" },
      body: offer,
    }),
    send("regbadct", "a Contact whose parameters are not told from those of its address", {
      method: "REGISTER",
      fields: { Contact: "sip:user@example.com?Route=%3Csip:sip.example.com%3E" },
    }),
    send("badaspec", "blanks inside the addresses", {
      method: "OPTIONS",
      fields: {
        To: '"Watson, Thomas" < sip:t.watson@example.org >',
        From: "<sip:a.bell @example.com>;tag=1",
      },
    }),
    send("baddn", "a display name that would have to be quoted", {
      method: "OPTIONS",
      fields: { From: "Bell, Alexander <sip:a.g.bell@example.com>;tag=43" },
    }),
    send("badbranch", "a branch that is nothing but its cookie", {
      method: "OPTIONS",
      fields: { Via: "SIP/2.0/WSS 192.0.2.1;branch=z9hG4bK" },
    }),
  ];
}

function badNumbers(send: Send): readonly OddMessage[] {
  return [
    send("scalar02", "numbers that are too large", {
      method: "REGISTER",
      fields: {
        CSeq: "36893488147419103232 REGISTER",
        "Max-Forwards": "300",
        Expires: "10000000000000000000000000000000",
        Contact: "<sip:user@host129.example.com>;expires=280297596632815",
      },
    }),
  ];
}

function responses(target: string): readonly OddMessage[] {
  return [
    {
      ...{ name: "scalarlg", trait: "a response with numbers that are too large" },
      text: response("scalarlg", target, {
        status: "503 Service Unavailable",
        fields: {
          CSeq: "9292394834772304023312 OPTIONS",
          "Retry-After": "949302838503028349304023988",
        },
      }),
    },
    {
      ...{ name: "bigcode", trait: "a status of ten digits" },
      text: response("bigcode", target, { status: "4294967301 better not break the receiver" }),
    },
  ];
}
