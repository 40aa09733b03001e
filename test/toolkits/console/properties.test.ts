import { assert } from "chai";
import fc from "fast-check";
import { ToolkitError } from "../../../src/toolkits/console/index.ts";
import { askedCases, eventCases, type Asked, type Heard } from "./cases.ts";
import { kit } from "./kit.ts";

const asked = Object.entries<Asked>(askedCases);
const heard = Object.entries<Heard>(eventCases);
const marks = ["&", "=", "%", ";", ":", "\uD83D", "\uDE00", "\u{1F600}"];
const anyCharacter = fc.string({ unit: "binary", minLength: 1, maxLength: 1 });
/** Text of all kinds, the wire's own marks and halves of surrogate pairs among it. */
const anyText = fc.string({ unit: fc.oneof(fc.constantFrom(...marks), anyCharacter) });
/** What a field may come as: text of all kinds, JSON text, and things that are no text. */
const anyField = fc.oneof(
  anyText,
  fc.json(),
  fc.anything(),
  fc.constantFrom("", "null", "[]", "{}"),
);

/** The fields of an answer, each kept or replaced. */
function spoilt(fields: Readonly<Record<string, unknown>>) {
  const model = Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, fc.oneof(fc.constant(value), anyField)]),
  );
  return fc.record(model, { requiredKeys: [] });
}

async function assertOnlyToolkitErrors(promise: Promise<unknown>): Promise<void> {
  try {
    await promise;
  } catch (error) {
    assert.instanceOf(error, ToolkitError);
  }
}

describe("toolkits/console", () => {
  it("settles with a value or a ToolkitError, whatever the console answers", async () => {
    const answers = fc.constantFrom(...asked).chain(([name, one]) => {
      const fields = spoilt({ success: true, ...one.reply });
      return fc.tuple(fc.constant(name), fc.constant(one), fc.oneof(fields, fc.anything()));
    });
    await fc.assert(
      fc.asyncProperty(answers, async ([, { call }, value]) => {
        const { fake, ...chapters } = kit();
        fake.reply = { value };
        await assertOnlyToolkitErrors(call(chapters));
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps every error from the vendor, whatever event it brings", () => {
    const events = fc.constantFrom(...heard).chain(([name, one]) => {
      return fc.tuple(
        fc.constant(name),
        fc.constant(one),
        fc.oneof(spoilt(one.event), fc.anything()),
      );
    });
    fc.assert(
      fc.property(events, ([name, { listen }, event]) => {
        const { fake, reported, ...chapters } = kit();
        listen(chapters, () => undefined);
        fake.fire(name, event);
        for (const error of reported) assert.instanceOf(error, ToolkitError);
      }),
      { numRuns: 2000 },
    );
  });

  it("sends any text so that the wire can carry it, and changes none that it could", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const { fake, button } = kit();
        fake.reply = { value: { success: true } };
        await button.setCustomConsoleComponentButtonText(text);
        const sent = fake.taken[0]?.args[0];
        assert.equal(
          sent,
          new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(text)),
        );
      }),
    );
  });

  it("sends any finite number as text that reads back as the same", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        async (callDuration) => {
          const { fake, cti } = kit();
          fake.reply = { value: { success: true } };
          await cti.fireOnCallEnd("call.1", { callDuration, callDisposition: "" });
          const sent = fake.taken[0]?.args[1];
          assert.isString(sent);
          assert.equal(Number(sent), callDuration);
        },
      ),
    );
  });

  it("brings any list of Ids as it was sent, without the empty text that stands for none", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.stringMatching(/^scc-[ps]t-\d{1,4}$/)), async (ids) => {
        const { fake, primaryTabs } = kit();
        fake.reply = { value: { success: true, ids: ids.length === 0 ? [""] : ids } };
        assert.deepEqual(await primaryTabs.getPrimaryTabIds(), ids);
      }),
    );
  });

  it("fires any object as JSON text that reads back as the same", async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(anyText, fc.jsonValue()), async (message) => {
        const { fake, events } = kit();
        fake.reply = { value: { success: true } };
        await events.fireEvent("ACME:dial", message);
        const sent = fake.taken[0]?.args[1];
        assert.isString(sent);
        assert.deepEqual(JSON.parse(sent as string), JSON.parse(JSON.stringify(message)));
      }),
    );
  });
});
