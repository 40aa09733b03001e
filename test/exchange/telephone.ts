import { WebSocket } from "ws";
import { Audio, type Voice } from "../../src/exchange/media/audio.ts";
import { RobotAgent } from "../../src/exchange/robots/agent.ts";
import { Dialog } from "../../src/exchange/robots/dialog.ts";
import { digestResponse, parseCredentials } from "../../src/exchange/sip/digest.ts";
import { formatMessage } from "../../src/exchange/sip/format.ts";
import { cseqOf, type SipRequest, type SipResponse } from "../../src/exchange/sip/message.ts";
import { parseMessage } from "../../src/exchange/sip/parse.ts";
import { replyTo } from "../../src/exchange/sip/reply.ts";

const contact = "<sip:me@telephone.invalid;transport=ws>";

/** A whole telephone in Node: a WebSocket, a password and real media, as a browser's would be. */
export class Telephone implements AsyncDisposable {
  readonly requests: SipRequest[] = [];
  readonly raw: string[] = [];
  readonly socket: WebSocket;
  readonly #user: string;
  readonly #agent: RobotAgent;
  readonly #opened: Promise<void>;
  readonly #calls: TestCall[] = [];

  constructor(port: number, user = "agent") {
    this.#user = user;
    this.socket = new WebSocket(`ws://127.0.0.1:${port}/`, "sip");
    this.#opened = new Promise((resolve, reject) => {
      this.socket.once("open", resolve).once("error", reject);
    });
    this.#agent = new RobotAgent({
      submit: (message) => this.socket.send(formatMessage(message)),
      hear: (request) => this.requests.push(request),
    });
    this.socket.on("message", (data: Buffer) => this.#receive(data.toString()));
  }

  /** Registers, and tells with which status that ended. */
  async register(password = "secret"): Promise<number> {
    await this.#opened;
    const me = `<sip:${this.#user}@phones.test>`;
    const dialog = Dialog.to(me, me);
    const ask = (headers: [string, string][]) => {
      const request = dialog.request("REGISTER", { headers });
      return this.#ask({ ...request, uri: "sip:phones.test" });
    };
    const first = await ask([]);
    return (await ask([["authorization", this.#proof(first, "REGISTER", password)]])).status;
  }

  /** Calls, and comes back when the call is answered or refused. */
  async call(
    number: string,
    voice: Voice = "echo",
    more: readonly (readonly [name: string, value: string])[] = [],
  ): Promise<TestCall> {
    const from = `<sip:${this.#user}@phones.test>`;
    const dialog = Dialog.to(`<sip:${encodeURIComponent(number)}@phones.test>`, from);
    const call = new TestCall(this, dialog, voice);
    this.#calls.push(call);
    const body = await call.audio.offer();
    const challenge = await this.#ask(dialog.request("INVITE", { body }));
    const proof = this.#proof(challenge, "INVITE", "secret");
    const headers = [["proxy-authorization", proof] as const, ...more];
    call.invite = dialog.request("INVITE", { body, headers });
    const final = this.#ask(call.invite, call.statuses);
    call.answered = final.then((response) => call.hearAnswer(response));
    return call;
  }

  /** Answers the last INVITE that came. */
  async answer(invite: SipRequest, voice: Voice): Promise<TestCall> {
    const dialog = Dialog.of(invite);
    const call = new TestCall(this, dialog, voice);
    this.#calls.push(call);
    const body = await call.audio.answer(invite.body);
    this.reply(invite, 200, { tag: dialog.localTag, body });
    return call;
  }

  ask(request: SipRequest): Promise<SipResponse> {
    return this.#ask(request);
  }

  send(request: SipRequest): void {
    this.#agent.ask(this.#mine(request));
  }

  reply(request: SipRequest, status: number, parts: { tag?: string; body?: string } = {}): void {
    const headers = [["contact", contact] as const];
    this.socket.send(formatMessage(replyTo(request, status, { ...parts, headers })));
  }

  request(method: string): SipRequest | undefined {
    return this.requests.findLast((request) => request.method === method);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#agent.close();
    this.socket.terminate();
    await Promise.all(this.#calls.map((call) => call.audio.close()));
  }

  #ask(request: SipRequest, statuses: number[] = []): Promise<SipResponse> {
    return new Promise((resolve) => {
      this.#agent.ask(this.#mine(request), (response) => {
        statuses.push(response.status);
        if (response.status >= 200) resolve(response);
      });
    });
  }

  #mine(request: SipRequest): SipRequest {
    request.headers.set("contact", contact);
    return request;
  }

  #receive(text: string): void {
    this.raw.push(text);
    const isMalformed = text.includes("CSeq: x");
    if (text.trim() !== "" && !isMalformed) this.#agent.send(parseMessage(text));
  }

  #proof(challenge: SipResponse, method: string, password: string): string {
    const field = method === "REGISTER" ? "www-authenticate" : "proxy-authenticate";
    const asked = parseCredentials(challenge.headers.get(field) ?? "");
    const nonce = asked?.get("nonce") ?? "";
    const uri = "sip:phones.test";
    const response = digestResponse(
      { algorithm: "MD5", username: this.#user, realm: "phones.test", method, uri, nonce },
      password,
    );
    return `Digest username="${this.#user}", realm="phones.test", nonce="${nonce}", uri="${uri}", response="${response}"`;
  }
}

/** A call as the telephone has it. */
export class TestCall {
  readonly audio = new Audio();
  readonly statuses: number[] = [];
  readonly dialog: Dialog;
  invite: SipRequest | undefined;
  answered: Promise<void> = Promise.resolve();
  readonly #telephone: Telephone;

  constructor(telephone: Telephone, dialog: Dialog, voice: Voice) {
    this.#telephone = telephone;
    this.dialog = dialog;
    this.audio.voice = voice;
  }

  async hearAnswer(response: SipResponse): Promise<void> {
    if (response.status >= 300) return;
    this.dialog.confirm(response);
    this.#telephone.send(this.dialog.acknowledge(cseqOf(response).number));
    await this.audio.accept(response.body);
  }

  /** Offers anew, from the same peer connection or another. */
  async reoffer(audio: Audio): Promise<SipResponse> {
    const body = await audio.offer();
    const response = await this.#telephone.ask(this.dialog.request("INVITE", { body }));
    this.#telephone.send(this.dialog.acknowledge(cseqOf(response).number));
    if (response.status < 300) await audio.accept(response.body);
    return response;
  }

  async hangUp(): Promise<number> {
    return (await this.#telephone.ask(this.dialog.request("BYE"))).status;
  }
}
