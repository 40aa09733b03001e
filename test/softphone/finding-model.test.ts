import { assert } from "chai";
import { FindingModel } from "../../src/softphone/finding-model.ts";
import { aSoftphone } from "./fakes/a-softphone.ts";
import { until } from "./fakes/until.ts";

const ann = { id: "003000000000001", object: "Contact", name: "Ann Lee" };
const settings = {
  "/numbers/speedDial": "Reception: 100; Help: 101",
  "/numbers/homeCountry": "US",
  "/reqDialingOptions/reqOutsidePrefix": "9",
  "/reqDialingOptions/reqLongDistPrefix": "1",
};
const entry = (name: string, number: string) => ({ name, number, description: "" });

async function finding(parts: Parameters<typeof aSoftphone>[0] = { settings }) {
  const phone = aSoftphone(parts);
  await until(() => phone.app.crm.settings.value);
  const model = new FindingModel({ ...phone.app, pause: 0 });
  const names = () => model.suggestions.value.map(({ name, number = "" }) => `${name} ${number}`);
  return {
    ...phone,
    ...{ model, names },
    [Symbol.dispose]() {
      model[Symbol.dispose]();
      phone[Symbol.dispose]();
    },
  };
}

describe("softphone/finding-model", () => {
  it("offers favourites, speed dial and recent calls, a number once", async () => {
    using phone = await finding();
    phone.model.begin();
    assert.lengthOf(phone.link.sentOf("askKept"), 1);
    phone.link.events.emit("keptChanged", {
      kept: {
        favourites: [{ name: "My help", number: "101" }],
        recents: [
          {
            id: "1",
            direction: "incoming",
            number: "+14155550101",
            name: "Ann Lee",
            record: ann,
            startedAt: 1,
            missed: true,
          },
        ],
      },
    });
    assert.deepEqual(phone.names(), ["My help 101", "Reception 100", "Ann Lee +14155550101"]);
    phone.app.dialer.write("lee");
    assert.deepEqual(phone.names(), ["Ann Lee +14155550101"]);
    phone.app.dialer.write("10");
    assert.lengthOf(phone.names(), 3);
  });

  it("reads the directory page by page, no further than it needs", async () => {
    using phone = await finding();
    phone.host.pages = [
      Array.from({ length: 10 }, (_, n) => entry(`Sales ${String(n)}`, `2${String(n)}`)),
      [entry("Zoe", "300")],
    ];
    phone.model.begin();
    phone.app.dialer.write("sales");
    await until(() => phone.names().length === 8);
    assert.include(phone.host.done, "directory 0");
    assert.notInclude(phone.host.done, "directory 1");
    phone.app.dialer.write("zoe");
    await until(() => phone.names().includes("Zoe 300"));
    assert.lengthOf(
      phone.host.done.filter((done) => done === "directory 0"),
      1,
    );
  });

  it("looks for a name in the CRM once the agent has stopped typing, and calls with the record", async () => {
    using phone = await finding();
    phone.host.people = [{ ...ann, numbers: ["(415) 555-0101"] }];
    phone.model.begin();
    phone.app.dialer.write("an");
    phone.app.dialer.write("ann");
    await until(() => phone.names().includes("Ann Lee (415) 555-0101"));
    assert.deepEqual(
      phone.host.done.filter((done) => done.startsWith("people")),
      ["people ann"],
    );
    const [first] = phone.model.suggestions.value;
    if (first) phone.model.pick(first);
    await until(() => phone.link.sentOf("dial").length);
    assert.deepInclude(phone.link.sentOf("dial")[0], { target: "914155550101", record: ann });
  });

  it("asks the CRM for no name where the administrator does not want it", async () => {
    using phone = await finding({ settings: { "/numbers/contactSearch": "no" } });
    phone.host.people = [{ ...ann, numbers: [] }];
    phone.model.begin();
    phone.app.dialer.write("ann");
    await until(() => phone.host.done.includes("directory 0"));
    assert.isEmpty(phone.host.done.filter((done) => done.startsWith("people")));
  });

  it("narrows several people down to one, then opens the record that has no number", async () => {
    using phone = await finding();
    phone.host.people = [{ ...ann, numbers: [] }];
    phone.model.begin();
    phone.app.dialer.write("ann");
    await until(() => phone.names().length === 1);
    const [first] = phone.model.suggestions.value;
    assert.exists(first);
    phone.model.pick(first);
    assert.equal(phone.app.dialer.number.value, "Ann Lee");
    phone.model.pick(first);
    assert.include(phone.host.done, `open ${ann.id}`);
  });

  it("tells how a number reads and what is dialled, and nothing of a name", async () => {
    using phone = await finding();
    phone.model.begin();
    phone.app.dialer.write("+1 415 555 0101 x12");
    await until(() => phone.model.reading.value?.reason === "national");
    assert.include(phone.model.reading.value, {
      target: "914155550101",
      reads: "(415) 555-0101",
      afterAnswer: ",12",
    });
    phone.app.dialer.write("ann");
    assert.isUndefined(phone.model.reading.value);
  });

  it("follows a directory that always promises more for so long only", async () => {
    using phone = await finding();
    phone.host.pages = Array.from({ length: 500 }, (_, n) => [entry(`N${String(n)}`, String(n))]);
    phone.model.begin();
    phone.app.dialer.write("nobody");
    await until(() => phone.host.done.includes("directory 49"));
    phone.app.dialer.write("nobody else");
    assert.notInclude(phone.host.done, "directory 50");
  });
});
