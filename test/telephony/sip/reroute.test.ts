import { assert } from "chai";
import { reroute, Way } from "../../../src/telephony/sip/reroute.ts";
import type { Session } from "../../../src/telephony/sip/session.ts";

const [one, two] = ["ws://one.test:5066/ws", "ws://two.test:5067/ws"] as const;

function rerouted(routes: string[]) {
  const session = { _dialog: { _route_set: routes } };
  // The one member that is looked at.
  reroute(session as unknown as Session, one, two);
  return session._dialog._route_set;
}

describe("telephony/sip/reroute", () => {
  it("puts the new server in the place of the one that is gone", () => {
    assert.deepEqual(
      rerouted(["<sip:one.test:5066;transport=ws;r2=on;lr>", "<sip:one.test:5060;r2=on;lr>"]),
      ["<sip:two.test:5067;transport=ws;r2=on;lr>", "<sip:one.test:5060;r2=on;lr>"],
    );
  });

  it("leaves a name that the servers share", () => {
    const routes = ["<sip:cluster.test;transport=ws;lr>"];
    assert.deepEqual(rerouted(routes), routes);
  });

  it("leaves a call without a route, and one without a dialog", () => {
    assert.deepEqual(rerouted([]), []);
    const none = {} as unknown as Session; // as before the first answer
    reroute(none, one, two);
    assert.isUndefined(none._dialog);
  });
});

describe("telephony/sip/reroute Way", () => {
  /** What goes to the other side when a call ends, whoever decides that, which went over to another server. */
  function hungUp(routes: readonly string[], meanwhile: (way: Way) => void = () => undefined) {
    let server: string = one;
    const said: string[] = [];
    // The members that are used.
    const session = {
      _dialog: { _route_set: [...routes] },
      isEstablished: () => true,
      onDialogError: () => undefined,
      sendRequest: (method: string) => said.push(method),
      terminate: () => said.push("end"),
    } as unknown as Session;
    const way = new Way(() => server);
    way.guard(session, () => undefined);
    server = two;
    way.follow(session);
    meanwhile(way);
    session.terminate();
    return { said, route: session._dialog?._route_set[0] };
  }

  const shared = "<sip:cluster.test;transport=ws;lr>";

  it("hangs up by both ways where nobody knows which is right", () => {
    assert.deepEqual(hungUp([shared]), {
      said: ["BYE", "end"],
      route: "<sip:two.test:5067;transport=ws;lr>",
    });
  });

  it("hangs up once where the other side has answered by the way, and leaves the way as it is", () => {
    const { said, route } = hungUp([shared], (way) => way.settle());
    assert.deepEqual([said, route], [["end"], shared]);
  });

  it("hangs up once where there is one way only", () => {
    assert.deepEqual(hungUp([]).said, ["end"]);
    assert.deepEqual(hungUp(["<sip:one.test:5066;lr>"]).said, ["end"]);
  });
});
