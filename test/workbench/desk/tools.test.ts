import { assert } from "chai";
import { assertAccessible, eventually, mountedDesk, shown } from "./mounted-desk.ts";

/** Answers as an exchange would, and remembers what it was asked. */
function playExchange() {
  const asked: { method: string; path: string; body: unknown }[] = [];
  const original = window.fetch.bind(window);
  window.fetch = (address, { method = "GET", body } = {}) => {
    const path = address instanceof Request ? address.url : String(address);
    asked.push({ method, path, body: typeof body === "string" ? JSON.parse(body) : undefined });
    if (method === "POST") return Promise.resolve(Response.json({ id: "c1" }));
    const heard = { rms: 0.1234, frequency: 439.7 };
    const call = { id: "c1", from: "+14155550101", to: "agent", state: "answered", heard };
    const over = { ...call, id: "c0", state: "ended" };
    return Promise.resolve(Response.json([over, call, "nonsense", null]));
  };
  const dispose = () => void (window.fetch = original);
  return { asked, [Symbol.dispose]: dispose };
}

const openPanel = async (root: HTMLElement, name: string) =>
  (await shown(root, ".tool-rail button", name)).click();

describe("workbench/desk/tools", () => {
  it("shows messages both ways, newest first, decoded, filtered and cleared", async () => {
    using desk = mountedDesk("/console", { mode: "console" });
    await openPanel(desk.root, "Wire");
    const raw = "interactionApi/method=screenPop_1&targetUrl=%2F001&nonce=n&apiVersion=31";
    const reply = "interactionApi/method=isInConsole_0&result=true";
    desk.wire.value = [
      {
        at: 1,
        direction: "toSalesforce",
        frame: "sfdcSoftphone",
        raw,
        decoded: { result: '{"url":"/001"}' },
      },
      { at: 2, direction: "toSoftphone", frame: "sfdcSoftphone", raw: reply, problem: "late" },
    ];
    await eventually(() => desk.root.querySelectorAll(".wire li").length === 2);
    const [first] = desk.root.querySelectorAll(".wire li summary");
    assert.include(first?.textContent, "isInConsole_0");
    assert.include(first?.textContent, "late");
    assert.include(desk.root.querySelector(".wire-in pre")?.textContent, '"url": "/001"');
    await assertAccessible(document.body);
    const filter = desk.root.querySelector<HTMLInputElement>("[aria-label='Filter messages']");
    if (filter) filter.value = "screenpop";
    filter?.dispatchEvent(new Event("input", { bubbles: true }));
    await eventually(() => desk.root.querySelectorAll(".wire li").length === 1);
    (await shown(desk.root, ".tool-bar button", "Clear")).click();
    await shown(desk.root, ".tool-panel .empty");
  });

  it("offers softphone layouts, and says what each of them opens", async () => {
    using desk = mountedDesk("/console", { mode: "console" });
    await openPanel(desk.root, "Layouts");
    await shown(desk.root, ".scenarios [aria-pressed=true]", "Record, search, nothing");
    await assertAccessible(document.body);
    (await shown(desk.root, ".scenarios button", "A new window")).click();
    assert.include(desk.loads.at(-1), "layout=new-window");
  });

  it("lets a customer call the agent, shows running calls, hangs up", async () => {
    using exchange = playExchange();
    using desk = mountedDesk("/console", { mode: "console" });
    await openPanel(desk.root, "Customers");
    const row = await shown(desk.root, ".customers li em", "hears loudness 0.123, 440 Hz");
    await assertAccessible(document.body);
    (await shown(desk.root, "[aria-label='Call agent from Somebody unknown']")).click();
    (await shown(row.closest("li") ?? desk.root, "button", "Hang up")).click();
    const deeds = exchange.asked.filter(({ method }) => method !== "GET");
    assert.deepStrictEqual(deeds, [
      { method: "POST", path: "/exchange/calls", body: { from: "+14155550199", to: "agent" } },
      { method: "DELETE", path: "/exchange/calls/c1", body: undefined },
    ]);
  });

  it("loads the page again with the chosen scenario", async () => {
    using desk = mountedDesk("/console", { mode: "console" });
    await openPanel(desk.root, "Scenarios");
    (await shown(desk.root, ".scenarios button", "Silence")).click();
    assert.match(desk.loads[0] ?? "", /[?&]scenario=silence/);
    await assertAccessible(document.body);
    sessionStorage.clear();
  });

  it("stays open through page loads until it is closed", async () => {
    using desk = mountedDesk("/home");
    await openPanel(desk.root, "Wire");
    await shown(desk.root, ".tool-panel");
    assert.strictEqual(sessionStorage.getItem("workbench.panel"), "Wire");
    await openPanel(desk.root, "Wire");
    await eventually(() => !desk.root.querySelector(".tool-panel"));
  });
});
