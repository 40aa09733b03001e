import { offer, request, response, type OddMessage, type RequestParts } from "./sip-text.ts";

/** Messages whose grammar is right, and their meaning is not (RFC 4475, 3.3 and 3.4): by the names they have there. */
export function outOfPlace(target: string): readonly OddMessage[] {
  const send = (name: string, trait: string, parts: RequestParts): OddMessage => ({
    ...{ name, trait, rings: `${name}@stranger.invalid` },
    text: request(name, target, parts),
  });
  return [
    ...addresses(send),
    ...demands(send),
    ...doubles(send),
    ...bodies(send),
    ...strays(target),
  ];
}

type Send = (name: string, trait: string, parts: RequestParts) => OddMessage;

function addresses(send: Send): readonly OddMessage[] {
  return [
    send("insuf", "hardly any header", {
      fields: { From: undefined, To: undefined, "Call-ID": undefined, Contact: undefined },
      body: offer,
    }),
    send("unkscm", "a scheme that nobody knows", {
      method: "OPTIONS",
      uri: "nobodyKnowsThisScheme:totallyopaquecontent",
    }),
    send("novelsc", "a scheme that is known elsewhere", {
      method: "OPTIONS",
      uri: "soap.beep://192.0.2.103:3002",
    }),
    send("unksm2", "unknown schemes in From and To", {
      method: "REGISTER",
      fields: {
        To: "isbn:2983792873",
        From: "<http://www.example.com>;tag=3234233",
        Contact: "<name:John_Smith>",
      },
    }),
    send("regescrt", "escaped headers in a Contact", {
      method: "REGISTER",
      fields: { Contact: "<sip:user@example.com?Route=%3Csip:sip.example.com%3E>" },
    }),
    send("cparam01", "parameters of a Contact without brackets", {
      method: "REGISTER",
      fields: { Contact: "sip:+19725552222@gw1.example.net;unknownparam" },
    }),
    send("cparam02", "parameters inside the brackets of a Contact", {
      method: "REGISTER",
      fields: { Contact: "<sip:+19725552222@gw1.example.net;unknownparam>" },
    }),
  ];
}

function demands(send: Send): readonly OddMessage[] {
  return [
    send("bext01", "extensions that nobody has", {
      method: "OPTIONS",
      fields: {
        Require: "nothingSupportsThis, nothingSupportsThisEither",
        "Proxy-Require": "noProxiesSupportThis, norDoAnyProxiesSupportThis",
      },
    }),
    send("invut", "an offer of an unknown type", {
      fields: { "Content-Type": "application/unknownformat" },
      body: '<audio>\r\n <pcmu port="443"/>\r\n</audio>\r\n',
    }),
    send("regaut01", "credentials of an unknown scheme", {
      method: "REGISTER",
      fields: { Authorization: "NoOneKnowsThisScheme opaque-data=here" },
    }),
    send("zeromf", "no hop left", { method: "OPTIONS", fields: { "Max-Forwards": "0" } }),
    send("inv2543", "an INVITE of the standard before this one", {
      fields: {
        Via: "SIP/2.0/WSS iftgw.example.com",
        "Max-Forwards": undefined,
        From: "<sip:+13035551111@ift.client.example.net;user=phone>",
      },
      body: offer,
    }),
  ];
}

function doubles(send: Send): readonly OddMessage[] {
  return [
    {
      ...send("multi01", "headers twice that may stand once", {
        raw: [
          "CSeq: 59 INVITE",
          "Call-ID: multi01.another@192.0.2.1",
          "Max-Forwards: 5",
          "From: <sip:other@example.com>;tag=2",
          "To: <sip:another@example.com>",
        ],
        body: offer,
      }),
      // The last of them counts, for this phone.
      rings: "multi01.another@192.0.2.1",
    },
    send("mcl01", "two lengths", {
      method: "OPTIONS",
      raw: ["Content-Length: 500"],
      body: "There's no way to know how many octets are supposed to be here.\r\n",
    }),
  ];
}

function bodies(send: Send): readonly OddMessage[] {
  return [
    send("sdp01", "an offer of another kind wherever the phone looks first", {
      fields: { "Content-Type": "multipart/mixed; boundary=x" },
      body: `--x\r\nContent-Type: application/unknown\r\n\r\n?\r\n--x--\r\n`,
    }),
    send("torn", "an offer that breaks off", { body: offer.slice(0, 40) }),
    send("noise", "an offer that is none", { body: "\u0000\u0001\u0002=\r\n=\r\nm=\r\na" }),
  ];
}

function strays(target: string): readonly OddMessage[] {
  return [
    {
      ...{ name: "bcast", trait: "a response that was meant for somebody else" },
      text: response("bcast", target, {
        status: "200 OK",
        fields: {
          Via: "SIP/2.0/UDP 192.0.2.198;branch=z9hG4bK1324923, SIP/2.0/UDP 255.255.255.255;branch=z9hG4bK1saber23",
        },
      }),
    },
    ...[
      "",
      "\r\n",
      "\r\n\r\n",
      "\u0000",
      "SIP",
      "SIP/2.0",
      "INVITE",
      "INVITE sip: SIP/2.0\r\n\r\n",
      ":\r\n:\r\n\r\n",
      "\ufffd".repeat(2_000),
    ].map((text, at) => ({ name: `scrap ${at + 1}`, trait: "no message at all", text })),
  ];
}
