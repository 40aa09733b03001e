import { assert } from "chai";
import fc from "fast-check";
import { badRequestFor } from "../../../src/exchange/sip/bad-request.ts";
import { formatMessage } from "../../../src/exchange/sip/format.ts";
import { parseMessage } from "../../../src/exchange/sip/parse.ts";
import { SipSyntaxError, type SipSyntaxErrorCode } from "../../../src/exchange/sip/syntax-error.ts";

const invite = [
  "INVITE sip:600@phones.test SIP/2.0",
  "Via: SIP/2.0/WS a.invalid;branch=z9hG4bK1, SIP/2.0/WS b.invalid;branch=z9hG4bK2",
  'From: "Doe, Jane \\"JD\\"" <sip:agent@phones.test>;tag=1',
  "To: <sip:600@phones.test>",
  "Call-ID: abc",
  "CSeq: 7 INVITE",
  "Content-Length: 4",
  "",
  "v=0\n",
].join("\r\n");

function codeOf(text: string): SipSyntaxErrorCode | undefined {
  try {
    parseMessage(text);
    return undefined;
  } catch (error) {
    assert.instanceOf(error, SipSyntaxError);
    return error.code;
  }
}

describe("exchange/sip/parse parseMessage", function () {
  this.timeout(20_000);

  it("reads a request", () => {
    const message = parseMessage(invite);
    assert.deepInclude(message, {
      kind: "request",
      method: "INVITE",
      uri: "sip:600@phones.test",
      body: "v=0\n",
    });
    assert.equal(message.headers.get("call-id"), "abc");
  });

  it("tells apart several values on one line, but not at quoted commas", () => {
    const message = parseMessage(invite);
    assert.lengthOf(message.headers.all("via"), 2);
    assert.lengthOf(message.headers.all("from"), 1);
  });

  it("reads a response without a reason", () => {
    const message = parseMessage(invite.replace(/^.*/, "SIP/2.0 200"));
    assert.deepInclude(message, { kind: "response", status: 200, reason: "" });
  });

  it("reads compact forms and folded lines", () => {
    const message = parseMessage(
      "BYE sip:a@b SIP/2.0\r\nv: SIP/2.0/WS x\r\n ;branch=z9\r\nf: <sip:a@b>\r\nt: <sip:c@d>\r\ni:1\r\nCSEQ : 1 BYE\r\n\r\n",
    );
    assert.equal(message.headers.get("via"), "SIP/2.0/WS x ;branch=z9");
    assert.equal(message.headers.get("from"), "<sip:a@b>");
    assert.equal(message.headers.get("call-id"), "1");
  });

  it("counts the body's length in bytes and cuts off what is more", () => {
    const message = parseMessage(invite.replace("v=0\n", "é==and more"));
    assert.equal(message.body, "é==");
  });

  it("names what is wrong", () => {
    assert.equal(codeOf(""), "unfinished");
    assert.equal(codeOf("INVITE sip:a@b SIP/2.0\r\n"), "unfinished");
    assert.equal(codeOf("hello\r\n\r\n"), "startLine");
    assert.equal(codeOf(invite.replace("SIP/2.0", "SIP/7.0")), "startLine");
    assert.equal(codeOf(invite.replace("sip:600@", "sip:6 00@")), "startLine");
    assert.equal(codeOf(invite.replace("To:", "Too:")), "header");
    assert.equal(codeOf(invite.replace("Call-ID: abc", "nonsense")), "header");
    assert.equal(codeOf(invite.replace("7 INVITE", "7 BYE")), "header");
    assert.equal(codeOf(invite.replace("7 INVITE", "x INVITE")), "header");
    assert.equal(codeOf(invite.replace("7 INVITE", "9999999999 INVITE")), "header");
    assert.equal(codeOf(invite.replace("Length: 4", "Length: 5")), "length");
    assert.equal(codeOf(invite.replace("Length: 4", "Length: -4")), "header");
    assert.equal(codeOf(invite.replace("abc", "a".repeat(9_000))), "tooLong");
    assert.equal(codeOf(invite + "x".repeat(70_000)), "tooLong");
  });

  it("reads again what was written, whatever stands in it", () => {
    const word = fc.stringMatching(/^[!-+.-:=-~]{1,20}$/);
    fc.assert(
      fc.property(word, fc.string({ unit: "grapheme" }), (value, body) => {
        const message = parseMessage(invite.replace("Content-Length: 4\r\n", ""));
        message.headers.set("x-test", value);
        const again = parseMessage(formatMessage({ ...message, body }));
        assert.equal(again.headers.get("x-test"), value);
        assert.equal(again.body, body);
        assert.equal(formatMessage(again), formatMessage({ ...message, body }));
      }),
    );
  });

  it("throws nothing but its own error, whatever is changed in a message", () => {
    const place = fc.nat({ max: invite.length });
    fc.assert(
      fc.property(place, place, fc.string({ unit: "binary" }), (from, length, junk) => {
        codeOf(invite.slice(0, from) + junk + invite.slice(from + length));
      }),
      { numRuns: 200 },
    );
  });

  it("takes its time with nothing that is written to waste it", () => {
    const started = performance.now();
    codeOf(invite.replace('"Doe, Jane', `"${" ".repeat(8_000)}`));
    codeOf(invite.replace("To: <sip:600@phones.test>", `To: ${';a="'.repeat(2_000)}`));
    codeOf(invite + ",".repeat(60_000));
    assert.isBelow(performance.now() - started, 1_000);
  });
});

describe("exchange/sip/format formatMessage", () => {
  it("lets no value begin a field of its own", () => {
    const message = parseMessage(invite);
    message.headers.set("x-name", "a\r\nX-Evil: b");
    assert.isUndefined(parseMessage(formatMessage(message)).headers.get("x-evil"));
  });

  it("spells names as RFCs do", () => {
    const text = formatMessage(parseMessage(invite));
    assert.match(text, /^Call-ID: abc$/m);
    assert.match(text, /^CSeq: 7 INVITE$/m);
    assert.match(text, /^Content-Length: 4$/m);
  });
});

describe("exchange/sip/bad-request badRequestFor", () => {
  it("answers a broken request so that its sender knows it again", () => {
    const answer = badRequestFor(invite.replace("Length: 4", "Length: many"));
    const message = parseMessage(answer ?? "");
    assert.deepInclude(message, { kind: "response", status: 400 });
    assert.equal(message.headers.get("call-id"), "abc");
  });

  it("answers neither responses nor acknowledgements nor junk", () => {
    assert.isUndefined(badRequestFor(invite.replace(/^.*/, "SIP/2.0 200 OK")));
    assert.isUndefined(badRequestFor(invite.replace(/^INVITE/, "ACK")));
    assert.isUndefined(badRequestFor("\u0000\u0001"));
  });
});
