import axe from "axe-core";
import { assert } from "chai";
import jquery1 from "jquery-1";
import jquery3 from "jquery-3";
import jquery4 from "jquery-4";
import type { Asking, Hearing, PhoneWay } from "../../src/clicktodial/options.ts";
import { install } from "../../src/clicktodial/plugin.ts";
import type { DialOrder, PhoneState } from "../../src/host/page-events.ts";
import { until } from "../softphone/fakes/until.ts";

const ready: PhoneState = { ready: true, calls: [] };

/** A phone of which a test says how it is. */
class FakeWay implements PhoneWay {
  readonly dialled: DialOrder[] = [];
  readonly asked: Asking[] = [];
  #hear: Hearing | undefined;

  dial(order: DialOrder): void {
    this.dialled.push(order);
  }

  ask(request: Asking): void {
    this.asked.push(request);
  }

  listen(hear: Hearing): () => void {
    this.#hear = hear;
    return () => (this.#hear = undefined);
  }

  get isHeard(): boolean {
    return this.#hear !== undefined;
  }

  say(state: PhoneState): void {
    this.#hear?.({ event: "state", state });
  }

  answer(taken: number): void {
    this.#hear?.({ event: "listTaken", answer: { taken } });
  }
}

const ann = { id: "003000000000001AAA", object: "Contact", name: "Ann Lee" };
const nasty = `<img src=x onerror="window.stolen = true">"'&amp; \u202Eevil 💥`;

function row(number: string, record = ann): HTMLTableRowElement {
  const made = document.createElement("tr");
  made.dataset.record = record.id;
  made.dataset.object = record.object;
  made.dataset.name = record.name;
  const [name, phone] = [document.createElement("td"), document.createElement("td")];
  name.textContent = record.name;
  phone.className = "phone";
  phone.textContent = number;
  made.append(name, phone);
  return made;
}

const versions: readonly (readonly [string, JQueryStatic])[] = [
  ["1.12", jquery1],
  ["3.7", jquery3],
  ["4.0", jquery4],
];

for (const [version, $] of versions) {
  describe(`clicktodial/plugin with jQuery ${version}`, () => {
    let table: HTMLTableElement;
    let way: FakeWay;

    before(() => {
      assert.isTrue($.fn.jquery.startsWith(version));
      install($);
    });
    beforeEach(() => {
      way = new FakeWay();
      table = document.createElement("table");
      table.append(document.createElement("tbody"));
      document.body.append(table);
    });
    afterEach(() => {
      $(table).clickToDial("stop");
      table.remove();
    });

    const links = () => [...table.querySelectorAll<HTMLButtonElement>(".switchhook-number")];
    const body = () => table.tBodies[0] ?? assert.fail("no body");
    const add = (...rows: HTMLTableRowElement[]) => body().append(...rows);

    async function start(options = {}) {
      $(table).clickToDial({ way, ...options });
      way.say(ready);
      await until(() => links().length > 0 && links().every((link) => !link.ariaDisabled));
    }

    it("makes numbers links with a name, and dials with the row's record", async () => {
      add(row("(415) 555-0101"));
      await start();
      const [link] = links();
      assert.equal(link?.textContent, "(415) 555-0101");
      assert.equal(link?.ariaLabel, "Call Ann Lee, (415) 555-0101");
      link?.click();
      assert.deepEqual(way.dialled, [{ number: "(415) 555-0101", record: ann }]);
    });

    it("is found by nothing that axe looks for", async () => {
      add(row("(415) 555-0101"), row("(415) 555-0102"));
      await start();
      way.say({ ready: false, calls: [{ number: "4155550101", recordId: ann.id }] });
      await until(() => links().every((link) => link.ariaDisabled === "true"));
      const { violations } = await axe.run(table);
      assert.deepEqual(
        violations.map(({ id }) => id),
        [],
      );
    });

    it("leaves alone what is no number", async () => {
      add(row("(415) 555-0101"), row("n/a"), row(""), row("12"));
      await start();
      assert.lengthOf(links(), 1);
      assert.equal(body().rows[1]?.cells[1]?.innerHTML, "n/a");
    });

    it("makes links of rows that come later", async () => {
      add(row("(415) 555-0101"));
      await start();
      add(row("(415) 555-0102"));
      await until(() => links().length === 2);
      links()[1]?.click();
      assert.equal(way.dialled[0]?.number, "(415) 555-0102");
    });

    it("is grey and dials nothing until the phone is ready, and whenever it no longer is", async () => {
      add(row("(415) 555-0101"));
      $(table).clickToDial({ way });
      await until(() => links().length === 1);
      assert.equal(links()[0]?.ariaDisabled, "true");
      assert.equal(links()[0]?.title, "The phone is not ready");
      links()[0]?.click();
      way.say(ready);
      await until(() => links()[0]?.ariaDisabled === null);
      way.say({ ready: false, calls: [] });
      await until(() => links()[0]?.ariaDisabled === "true");
      links()[0]?.click();
      assert.isEmpty(way.dialled);
    });

    it("marks which number is being called, by its record where two have the same", async () => {
      const bob = { id: "003000000000002AAA", object: "Contact", name: "Bob" };
      add(row("(415) 555-0101"), row("(415) 555-0101", bob), row("(415) 555-0102"));
      await start();
      way.say({ ready: true, calls: [{ number: "94155550101", recordId: "003000000000002" }] });
      await until(() => links()[1]?.getAttribute("aria-current") === "true");
      assert.deepEqual(
        links().map((link) => link.getAttribute("aria-current")),
        [null, "true", null],
      );
      assert.equal(links()[1]?.ariaLabel, "Calling Bob, (415) 555-0101");
      way.say(ready);
      await until(() => links()[1]?.getAttribute("aria-current") === null);
    });

    it("shows strangers' texts letter by letter", async () => {
      add(row("(415) 555-0101", { ...ann, name: nasty }));
      const number = `(415) 555-0102 ${nasty}`;
      add(row(number));
      await start();
      assert.equal(links()[0]?.ariaLabel, `Call ${nasty}, (415) 555-0101`);
      assert.equal(links()[1]?.textContent, number);
      assert.isEmpty(table.querySelectorAll("img"));
      assert.notProperty(window, "stolen");
    });

    it("works on many rows in slices of no more than it was told", async () => {
      add(...Array.from({ length: 500 }, (_, at) => row(`(415) 555-${1000 + at}`)));
      const slices: number[] = [];
      const observer = new MutationObserver(() => slices.push(links().length));
      observer.observe(table, { childList: true, subtree: true });
      $(table).clickToDial({ way, slice: 40 });
      await until(() => links().length === 500);
      observer.disconnect();
      const steps = slices.map((made, at) => made - (slices[at - 1] ?? 0));
      assert.isAtMost(Math.max(...steps), 40);
    });

    it("hands the whole list over, and says what must not be called", async () => {
      const silent = row("(415) 555-0102");
      silent.dataset.doNotCall = "true";
      add(row("(415) 555-0101"), silent, row("n/a"));
      await start();
      const answer = $(table).callThisList("My Contacts");
      way.answer(2);
      assert.deepEqual(await answer, { taken: 2 });
      const rows = [
        { number: "(415) 555-0101", record: ann },
        { number: "(415) 555-0102", record: ann, doNotCall: true },
      ];
      assert.deepEqual(way.asked, [{ event: "list", order: { name: "My Contacts", rows } }]);
    });

    it("clicks Salesforce's own component in the agent's place", async () => {
      const [made] = [row("")];
      const component = document.createElement("a");
      component.className = "sfdc";
      component.textContent = "(415) 555-0101";
      let clicks = 0;
      component.addEventListener("click", () => clicks++);
      made.cells[1]?.append(component);
      add(made);
      $(table).clickToDial({ component: ".sfdc" });
      await until(() => links().length === 1);
      assert.isFalse(component.checkVisibility());
      links()[0]?.click();
      assert.equal(clicks, 1);
    });

    it("puts back what was there", async () => {
      add(row("(415) 555-0101"));
      const before = table.innerHTML;
      await start();
      $(table).clickToDial("stop");
      assert.equal(table.innerHTML, before);
      assert.isFalse(way.isHeard);
    });

    it("says what it lacks outside a console", () => {
      assert.throws(() => $(table).clickToDial(), /phoneOrigin or component/);
    });
  });
}
