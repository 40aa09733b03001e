import { assert } from "chai";
import fc from "fast-check";
import { decodeClickedNumber } from "../../../src/toolkits/opencti/click-to-dial.ts";
import {
  expectAnswer,
  expectDone,
  expectJson,
  expectReply,
  expectResult,
} from "../../../src/toolkits/opencti/decode.ts";
import { decodeDirectory } from "../../../src/toolkits/opencti/directory.ts";
import { decodeObjectUpdate } from "../../../src/toolkits/opencti/entity-feed.ts";
import { decodePageInfo } from "../../../src/toolkits/opencti/page-info.ts";
import { expectApexText, expectEvent, expectSaved } from "../../../src/toolkits/opencti/results.ts";
import { decodeSearchResults } from "../../../src/toolkits/opencti/search-results.ts";
import { decodeSettings } from "../../../src/toolkits/opencti/settings.ts";
import { decodeSoftphoneLayout } from "../../../src/toolkits/opencti/softphone-layout.ts";
import { ToolkitError } from "../../../src/toolkits/toolkit-error.ts";
import { openCtiFacts } from "./facts.ts";
import { thrown } from "./rejection.ts";

const payloads = {
  decodeClickedNumber,
  decodeDirectory,
  decodePageInfo,
  decodeSearchResults,
  decodeSettings,
  decodeSoftphoneLayout,
};
const replies = {
  decodeObjectUpdate,
  expectAnswer,
  expectApexText,
  expectDone,
  expectEvent,
  expectJson,
  expectReply,
  expectResult,
  expectSaved,
};

/** Examples with parts swapped for anything: nearer to what could really come than wholly random values. */
const disturbed = fc
  .tuple(
    fc.constantFrom(...openCtiFacts.flatMap(({ examples = [] }) => examples)),
    fc.string(),
    fc.anything(),
    fc.nat(),
  )
  .map(([example, key, value, place]): unknown => {
    let count = 0;
    const copy: unknown = JSON.parse(JSON.stringify(example), (_, part: unknown) =>
      count++ === place % 12 ? value : part,
    );
    return typeof copy === "object" && copy !== null ? { ...copy, [key]: value } : copy;
  });

const unicode = fc.string({ unit: "binary", maxLength: 200 });
const anything = fc.oneof(
  disturbed,
  fc.anything({ withNullPrototype: true, withBigInt: true }),
  unicode,
);

/** What is thrown, if anything, is of our one class and carries one of the codes. */
function onlyToolkitErrors(decode: () => unknown, codes: readonly string[]): void {
  try {
    decode();
  } catch (error) {
    assert.instanceOf(error, ToolkitError);
    assert.include(codes, error.code);
  }
}

describe("toolkits/opencti decoders", () => {
  for (const [name, decode] of Object.entries(payloads)) {
    it(`${name} throws nothing but malformed, whatever it gets`, () => {
      fc.assert(
        fc.property(anything, (value) =>
          onlyToolkitErrors(() => decode("m", value), ["malformed"]),
        ),
        { numRuns: 400 },
      );
    });
  }

  for (const [name, decode] of Object.entries(replies)) {
    it(`${name} throws nothing but refused and malformed, whatever it gets`, () => {
      const reply = fc.oneof(
        anything,
        fc.record({ result: anything, error: anything, id: anything }),
      );
      fc.assert(
        fc.property(reply, (value) =>
          onlyToolkitErrors(() => decode("m", value), ["malformed", "refused"]),
        ),
        { numRuns: 400 },
      );
    });
  }

  it("survive huge texts", () => {
    const huge = `"/${"a".repeat(2_000_000)}`;
    for (const json of [huge, `{${huge}`, "[".repeat(500_000), `"\\`.repeat(300_000)]) {
      assert.equal(thrown(() => decodeSettings("m", json)).code, "malformed");
      assert.equal(thrown(() => expectJson("m", { result: json })).code, "malformed");
    }
  });

  describe("decodePageInfo", () => {
    it("reads a record, and a person account", () => {
      const [record, person] =
        openCtiFacts.find(({ name }) => name === "getPageInfo")?.examples ?? [];
      assert.deepEqual(decodePageInfo("m", record), {
        url: "https://MyDomainName.my.salesforce.com/001x0000003DGQR",
        record: {
          objectId: "001x0000003DGQR",
          objectName: "Acme",
          object: "Account",
          displayName: "Company",
          personAccount: false,
          contactId: "",
          accountId: "",
        },
      });
      assert.include(decodePageInfo("m", person).record, {
        personAccount: true,
        contactId: "003D000000QOMqg",
      });
    });

    it("finds no record where the Id is empty or absent", () => {
      const page = {
        url: "https://acme.my.salesforce.com/home",
        objectId: "",
        objectName: "",
        object: "",
      };
      assert.isUndefined(decodePageInfo("m", page).record);
      assert.deepEqual(decodePageInfo("m", {}), { url: "", record: undefined });
    });
  });

  describe("decodeClickedNumber", () => {
    it("reads any subset of the keys but a number", () => {
      assert.deepEqual(decodeClickedNumber("m", { number: 4155551212, params: "a:1|b:2" }), {
        number: "4155551212",
        record: undefined,
        params: "a:1|b:2",
      });
      const older = { number: "(415) 555-1212", objectId: "001x0000003DIGj", object: "Account" };
      assert.include(decodeClickedNumber("m", older).record, { object: "Account", objectName: "" });
      assert.equal(thrown(() => decodeClickedNumber("m", { number: " " })).code, "malformed");
    });

    it("reads the guide's sample with blanks where none belong", () => {
      const sample = {
        number: "4155551212",
        "object Id": "001D000000JWVvP",
        personAccount: true,
        contactId: " 003D000000QOBPX",
      };
      assert.include(decodeClickedNumber("m", sample).record, {
        objectId: "001D000000JWVvP",
        contactId: "003D000000QOBPX",
      });
    });
  });

  describe("decodeSearchResults", () => {
    it("reads records in order, with the URL apart", () => {
      const results = decodeSearchResults("m", {
        "500D000000Jn5C5": { CaseNumber: "00001044", object: "Case", displayName: "Case" },
        "00aD000000Jn5C5": {
          CommentBody: "",
          Parent: { Id: "500" },
          Body: "Hello",
          object: "CaseComment",
        },
        "001D000000Jn5C5": {
          Name: "Acme",
          Type: null,
          object: "Account",
          personAccount: true,
          contactId: "003D",
        },
        screenPopUrl: "/search/SearchResults?searchType=2&str=Acme",
      });
      assert.equal(results.screenPopUrl, "/search/SearchResults?searchType=2&str=Acme");
      assert.deepEqual(
        results.records.map(({ id, name, object }) => [id, name, object]),
        [
          ["500D000000Jn5C5", "00001044", "Case"],
          ["00aD000000Jn5C5", "Hello", "CaseComment"],
          ["001D000000Jn5C5", "Acme", "Account"],
        ],
      );
      assert.deepEqual(results.records[1]?.fields, { CommentBody: "", Body: "Hello" });
      assert.include(results.records[2], { personAccount: true, contactId: "003D" });
    });

    it("takes an empty URL for none, and a key that is no Id for nonsense", () => {
      assert.isUndefined(decodeSearchResults("m", { screenPopUrl: "" }).screenPopUrl);
      assert.equal(thrown(() => decodeSearchResults("m", { Acme: {} })).code, "malformed");
    });
  });

  describe("decodeSoftphoneLayout", () => {
    const popping = (screenPopSettings: object) =>
      decodeSoftphoneLayout("m", { Inbound: { screenPopSettings } }).Inbound.screenPopSettings;

    it("reads the guide's layout", () => {
      const [layout] =
        openCtiFacts.find(({ name }) => name === "cti.getSoftphoneLayout")?.examples ?? [];
      const { Inbound, Internal } = decodeSoftphoneLayout("m", layout);
      assert.deepEqual(Inbound.callRelatedFields, ["ANI", "DNIS", "SEGMENT", "QUEUE"]);
      assert.deepEqual(Internal.objects, { User: [{ displayName: "Name", apiName: "Name" }] });
      assert.deepEqual(Inbound.screenPopSettings, {
        screenPopsOpenWithin: "ExistingWindow",
        NoMatch: { screenPopType: "PopToEntity", screenPopData: "Contact" },
        SingleMatch: { screenPopType: "PopToVisualforce", screenPopData: "Visualforce_Page_Name" },
        MultipleMatches: { screenPopType: "PopToSearch", screenPopData: "" },
      });
      assert.isUndefined(Internal.screenPopSettings.NoMatch);
    });

    it("knows both spellings of the window's setting", () => {
      assert.equal(popping({ screenPopOpenWithin: "NewWindow" }).screenPopsOpenWithin, "NewWindow");
      assert.equal(popping({ screenPopsOpenWithin: "Elsewhere" }).screenPopsOpenWithin, "");
    });

    it("knows the pops that the guide leaves out, and no others", () => {
      const { NoMatch, SingleMatch } = popping({
        NoMatch: { screenPopType: "DoNotPop" },
        SingleMatch: { screenPopType: "PopToFlow", screenPopData: "Greet" },
      });
      assert.deepEqual(NoMatch, { screenPopType: "DoNotPop", screenPopData: "" });
      assert.deepEqual(SingleMatch, { screenPopType: "PopToFlow", screenPopData: "Greet" });
      const error = thrown(() => popping({ NoMatch: { screenPopType: "PopToMoon" } }));
      assert.equal(error.code, "malformed");
    });
  });

  describe("decodeSettings", () => {
    it("reads every value as text, and a cleared one as empty", () => {
      const json = '{"/reqGeneralInfo/reqSoftphoneHeight":300,"/a/b":true,"/a/c":null}';
      const read = { "/reqGeneralInfo/reqSoftphoneHeight": "300", "/a/b": "true", "/a/c": "" };
      assert.deepEqual(decodeSettings("m", json), read);
    });

    it("saves what it can of badly formed JSON", () => {
      const json = `{"/a/b":"x "quoted" y","/a/c": "2" "/a/d":"with \\" quote",`;
      assert.include(decodeSettings("m", json), { "/a/c": "2", "/a/d": 'with " quote' });
      assert.equal(thrown(() => decodeSettings("m", "{/a/b: 1}")).code, "malformed");
    });

    it("holds a key that objects are born with", () => {
      const settings = decodeSettings("m", '{"__proto__":"x"}');
      assert.deepEqual(Object.keys(settings), ["__proto__"]);
    });
  });

  describe("decodeDirectory", () => {
    it("reads numbers, also of no call center", () => {
      const page = { directoryNumbers: [{ name: "Sales", phone: "415" }], hasNext: true };
      assert.deepEqual(decodeDirectory("m", page), {
        directoryNumbers: [{ callCenterName: "", name: "Sales", phone: "415", description: "" }],
        hasNext: true,
      });
    });
  });
});
