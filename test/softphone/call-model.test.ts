import { assert } from "chai";
import { CallModel } from "../../src/softphone/call-model.ts";
import { aCall, connected, FakeLink } from "./fakes/fake-link.ts";

describe("softphone/call-model", () => {
  it("shows what the agent types at once, and the line's text once the field is left", () => {
    const link = new FakeLink({ calls: [aCall({ notes: "old" })] });
    using model = new CallModel(link, aCall());
    assert.equal(model.notes.value, "old");
    model.writeNotes("new");
    link.change("call-1", { notes: "older echo" });
    assert.equal(model.notes.value, "new");
    model.leaveNotes();
    assert.equal(model.notes.value, "older echo");
  });

  it("keeps showing a call that the line has dropped", () => {
    const link = new FakeLink({ calls: [aCall({ state: connected })] });
    using model = new CallModel(link, aCall());
    assert.equal(model.call.value.state.phase, "connected");
    link.say({ calls: [] });
    assert.equal(model.call.value.state.phase, "connected");
  });
});
