import { assert } from "chai";
import { RemoteWishes, serveWishes } from "../../../src/line/wishes/remote-wishes.ts";
import type { KeptWishes, WishStore } from "../../../src/line/wishes/wish-store.ts";
import { until } from "../../telephony/until.ts";

const wanted = (doNotDisturb: boolean): KeptWishes => ({
  owner: "org agent@d.test",
  wishes: {
    doNotDisturb,
    presence: { phase: "ready", since: 7, chosen: { ready: true, by: "agent" } },
  },
});

describe("line/wishes/remote-wishes", () => {
  let wishes: RemoteWishes;
  let ports: MessagePort[];
  beforeEach(() => {
    wishes = new RemoteWishes();
    ports = [];
  });
  afterEach(() => {
    for (const port of ports) port.close();
  });

  /** A page that keeps them. */
  function page(kept?: KeptWishes) {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    const made = { kept };
    const store: WishStore = {
      last: () => Promise.resolve(made.kept),
      keep: (next) => (made.kept = next),
    };
    void serveWishes(store, port2);
    wishes.use(port1);
    return made;
  }

  it("are those of the page that comes", async () => {
    const last = wishes.last();
    page(wanted(true));
    assert.deepEqual(await last, wanted(true));
  });

  it("are none where the page knows of none", async () => {
    page();
    assert.isUndefined(await wishes.last());
  });

  it("are kept by the page", async () => {
    const first = page();
    wishes.keep(wanted(true));
    await until(() => first.kept?.wishes.doNotDisturb, "the wish");
    wishes.keep(undefined);
    await until(() => first.kept === undefined, "the end");
  });

  it("are told to the next page, which may know older ones", async () => {
    page(wanted(true));
    await wishes.last();
    wishes.keep(wanted(false));
    const next = page(wanted(true));
    await until(() => next.kept?.wishes.doNotDisturb === false, "the wish");
    assert.deepEqual(await wishes.last(), wanted(false));
  });

  it("are over in the next page, too, when they ended between two pages", async () => {
    page(wanted(true));
    await wishes.last();
    for (const port of ports) port.close();
    wishes.keep(undefined);
    const next = page(wanted(true));
    await until(() => next.kept === undefined, "the end");
    assert.isUndefined(await wishes.last());
  });
});
