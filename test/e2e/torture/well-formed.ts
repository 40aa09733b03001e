import { offer, request, response, type OddMessage, type RequestParts } from "./sip-text.ts";

/** Messages that are right, however odd they look (RFC 4475, 3.1.1): by the names they have there. */
export function wellFormed(target: string): readonly OddMessage[] {
  const ring = (name: string, trait: string, parts: RequestParts): OddMessage => ({
    ...{ name, trait, rings: `${name}@stranger.invalid` },
    text: request(name, target, { body: offer, ...parts }),
  });
  const send = (name: string, trait: string, parts: RequestParts): OddMessage => ({
    ...{ name, trait },
    text: request(name, target, parts),
  });
  return [
    ring("wsinv", "folded lines, short names, blanks wherever they are allowed", {
      fields: { Via: undefined, "Max-Forwards": undefined, From: undefined, To: undefined },
      raw: [
        `TO :\r\n <${target}>`,
        'f: "A stranger \\"\\\\\\""       <sip:stranger@example.com>\r\n  ;\r\n  tag = 98asjd8',
        "MaX-fOrWaRdS: 0068",
        "v:  SIP  / 2.0  / WSS\r\n  192.0.2.2;branch=390skdjuw, SIP/2.0/UDP 192.168.255.111\r\n   ;branch=z9hG4bK30239",
        "Subject:\r\nNewFangledHeader:   newfangled value\r\n continued newfangled value",
        "UnknownHeaderWithUnusualValue: ;;,,;;,;",
      ],
    }),
    send("intmeth", "a method of every sign that is allowed", {
      method: "!interesting-Method0123456789_*+`.%indeed'~",
      fields: {
        To: `"BEL:\u0007 NUL:\\\u0000 DEL:\u007f" <${target}>`,
        From: "token1~` token2'+_ token3*%!.- <sip:mundane@example.com>;fromParam''~+*_!.-%=\"\u0440\u0430\u0431\";tag=_token~1'+`*%!-.",
      },
    }),
    ring("esc01", "a percent sign in the user's name", {
      fields: { From: "<sip:I%20have%20spaces@example.net>;tag=938", To: `<${target}>` },
    }),
    send("escnull", "an escaped null", {
      method: "REGISTER",
      fields: {
        To: "<sip:null-%00-null@example.com>",
        Contact: "<sip:%00@host5.example.com>, <sip:%00%00@host5.example.com>",
      },
    }),
    send("esc02", "percent signs that escape nothing", {
      method: "RE%47IST%45R",
      fields: {
        To: '"%Z%45" <sip:resource@example.com>',
        From: '"%Z%45" <sip:resource@example.com>;tag=f232jadfj23',
      },
    }),
    send("lwsdisp", "no blank between display name and address", {
      method: "OPTIONS",
      fields: { From: "caller<sip:caller@example.com>;tag=323" },
    }),
    ring("longreq", "values of several thousand signs", {
      fields: {
        From: `<sip:${"amazinglylong".repeat(30)}@example.net>;tag=12982${"982".repeat(40)}424;unknown${"headerparam".repeat(30)}=x`,
        Subject: "long ".repeat(1_500),
        [`Unknown-${"Long".repeat(20)}-Name`]: `unknown-${"long".repeat(20)}-value; unknown-${"long".repeat(20)}-parameter = x`,
      },
    }),
    send("dblreq", "a second request behind the end of the first", {
      method: "OPTIONS",
      fields: { "Content-Length": "0" },
      body: request("dblreq-2", target, { body: offer }),
    }),
    send("semiuri", "a semicolon in the user part", {
      method: "OPTIONS",
      uri: "sip:user;par=u%40example.net@example.com",
    }),
    send("transports", "transports known and unknown", {
      method: "OPTIONS",
      fields: { Via: undefined },
      raw: ["UDP", "SCTP", "TLS", "UNKNOWN", "TCP"].map(
        (transport) => `Via: SIP/2.0/${transport} t1.example.com;branch=z9hG4bK${transport}`,
      ),
    }),
    send("mpart01", "a body of several parts with bytes that are no text", {
      method: "MESSAGE",
      fields: { "Content-Type": "multipart/mixed;boundary=7a9cbec02ceef655" },
      body: "--7a9cbec02ceef655\r\nContent-Type: text/plain\r\n\r\nHello\r\n--7a9cbec02ceef655\r\nContent-Type: application/octet-stream\r\n\r\n\u0000\u0001\ufffd0\u0082\r\n--7a9cbec02ceef655--\r\n",
    }),
    {
      ...{ name: "unreason", trait: "a reason phrase in another script" },
      text: response("unreason", target, {
        status: "200 = 2**3 * 5**2 \u043d\u043e \u0441\u0442\u043e",
      }),
    },
    {
      ...{ name: "noreason", trait: "an empty reason phrase" },
      text: response("noreason", target, { status: "100 " }),
    },
  ];
}
