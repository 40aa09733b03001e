import { assert } from "chai";
import { late, loadLate } from "../../src/ui/late.tsx";
import { until } from "../softphone/fakes/until.ts";
import { Stage } from "./stage.tsx";

describe("ui/late", () => {
  it("shows nothing until its code is there, then the component with its properties", async () => {
    let arrive = (): void => undefined;
    const arriving = new Promise<void>((resolve) => (arrive = resolve));
    const Greeting = late(async () => {
      await arriving;
      return ({ name }: { name: string }) => <p>Hello {name}</p>;
    });
    using stage = new Stage(<Greeting name="Ada" />);
    assert.equal(stage.text, "");
    const changed = new Promise((resolve) => {
      new MutationObserver(resolve).observe(stage.root, { childList: true, subtree: true });
    });
    arrive();
    await changed;
    assert.equal(stage.text, "Hello Ada");
  });

  it("is there at once when all have been loaded before, and fetches only once", async () => {
    let fetched = 0;
    const Greeting = late(() => {
      fetched += 1;
      return Promise.resolve(() => <p>Hello</p>);
    });
    await loadLate();
    using stage = new Stage(<Greeting />);
    assert.equal(stage.text, "Hello");
    await loadLate();
    assert.equal(fetched, 1);
  });

  it("shows what is given for the meanwhile until its code is there", async () => {
    const Greeting = late(
      () => Promise.resolve(({ name }: { name: string }) => <p>Hello {name}</p>),
      {
        meanwhile: ({ name }) => name,
      },
    );
    using stage = new Stage(<Greeting name="Ada" />);
    assert.equal(stage.text, "Ada");
    await until(() => stage.text === "Hello Ada");
  });
});
