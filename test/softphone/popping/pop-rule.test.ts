import { assert } from "chai";
import type { CallLayout, CrmPage, Opening } from "../../../src/host/call-layout.ts";
import { opensAnew, whatOpens, type Situation } from "../../../src/softphone/popping/pop-rule.ts";

const ann = { id: "003000000000001", object: "Contact", name: "Ann Lee" };
const bob = { id: "003000000000002", object: "Contact", name: "Bob Lee" };
const number = "+14155550101";

const found = { none: [], one: [ann], several: [ann, bob] } as const;
const kinds: Readonly<Record<string, Opening>> = {
  PopToEntity: { opens: "record", object: "Lead" },
  PopToVisualforce: { opens: "page", name: "CallerPage" },
  PopToSearch: { opens: "search" },
  PopToFlow: { opens: "flow", name: "CallerFlow" },
  DoNotPop: { opens: "nothing" },
};
const directions = ["incoming", "outgoing", "internal"] as const;
const whens = ["ring", "answer", "hand", "never"] as const;

/**
 * What must open for an incoming call, by layout and matches: at the moment that the administrator chose, and when the
 * agent asks for it. `later`: at the answer, even if it was to open at the ring.
 */
const table: Readonly<Record<keyof typeof found, Readonly<Record<string, [string, string]>>>> = {
  none: {
    PopToEntity: ["new Lead, later", "new Lead"],
    PopToVisualforce: ["page CallerPage", "page CallerPage"],
    PopToSearch: ["search", "search"],
    PopToFlow: ["flow CallerFlow", "flow CallerFlow"],
    DoNotPop: ["nothing", "search"],
  },
  one: {
    PopToEntity: ["record Ann Lee", "record Ann Lee"],
    PopToVisualforce: ["page CallerPage", "page CallerPage"],
    PopToSearch: ["search", "search"],
    PopToFlow: ["flow CallerFlow", "flow CallerFlow"],
    DoNotPop: ["nothing", "record Ann Lee"],
  },
  several: {
    PopToEntity: ["nothing", "search"],
    PopToVisualforce: ["page CallerPage", "page CallerPage"],
    PopToSearch: ["search", "search"],
    PopToFlow: ["flow CallerFlow", "flow CallerFlow"],
    DoNotPop: ["nothing", "search"],
  },
};
/** When the agent asks, and nothing is chosen: for calls we make, and inside the company. */
const asked = { none: "search", one: "record Ann Lee", several: "search" } as const;

/** Whether something opens by itself: by what the administrator chose and what happens. */
const opensAt: Readonly<Record<(typeof whens)[number], readonly string[]>> = {
  // A page that did not open while it rang is still to be opened after the answer.
  ring: ["ring", "answer"],
  answer: ["answer"],
  hand: [],
  never: [],
};

function layoutOf(opening: Opening, newWindow = false): CallLayout {
  const openings = { none: opening, one: opening, several: opening };
  return { facts: [], objects: [], openings, newWindow };
}

function told(page: CrmPage | undefined): string {
  if (!page) return "nothing";
  if (page.shows === "search") return "search";
  if (page.shows === "new") return `new ${page.object}`;
  return page.shows === "record" ? `record ${ann.name}` : `${page.shows} ${page.name}`;
}

describe("softphone/popping/pop-rule", () => {
  for (const [kind, opening] of Object.entries(kinds))
    for (const outcome of ["none", "one", "several"] as const) {
      const [bySelf = "", byHand = ""] = table[outcome][kind] ?? [];
      const [page = "", later] = bySelf.split(", ");
      for (const direction of directions)
        for (const when of whens)
          for (const moment of ["ring", "answer", "hand"] as const) {
            const isDue = opensAt[when].includes(moment) && !(later && moment === "ring");
            const automatic = direction === "incoming" && isDue ? page : "nothing";
            const manual = direction === "incoming" ? byHand : asked[outcome];
            const expected = moment === "hand" ? manual : automatic;
            it(`${kind}, ${outcome}, ${direction}, set to ${when}, at ${moment}: ${expected}`, () => {
              const records = found[outcome];
              const layout = layoutOf(opening);
              const given = { layout, found: { records }, direction, when, moment, number };
              assert.equal(told(whatOpens(given)), expected);
            });
          }
    }

  const situation: Situation = {
    ...{ layout: layoutOf({ opens: "search" }), found: { records: [] }, number },
    ...{ direction: "incoming", when: "ring", moment: "ring" },
  };

  it("goes where the CRM itself would go, when it says so", () => {
    const address = "/search/SearchResults?str=1";
    const given = { ...situation, found: { records: [], address } };
    assert.deepEqual(whatOpens(given), { shows: "search", text: number, address });
  });

  it("does not make up a record of no kind", () => {
    const layout = layoutOf({ opens: "record", object: "" });
    assert.isUndefined(whatOpens({ ...situation, layout, moment: "answer" }));
  });

  for (const [kind, opening] of Object.entries(kinds))
    for (const direction of directions)
      for (const newWindow of [true, false]) {
        const expected = newWindow && direction === "incoming" && kind !== "DoNotPop";
        it(`${kind}, ${direction}, ${newWindow ? "new" : "existing"} window: ${String(expected)}`, () => {
          const layout = layoutOf(opening, newWindow);
          const given = { ...situation, layout, direction, found: { records: [ann] } };
          assert.equal(opensAnew(given), expected);
        });
      }
});
