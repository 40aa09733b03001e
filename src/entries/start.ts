// npm start: builds the bundles, then serves softphone, workbench and exchange on this machine.
import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import webpack from "webpack";
import configure from "../../webpack.config.js";
import { startDemo, type Demo } from "./demo.ts";

async function main() {
  const port = readPort(process.env.PORT);
  const toolkitFolder = readToolkitFolder(process.env.TOOLKIT_DIR);
  // First of all: a taken port is told at once, before a build replaces the bundles of whoever has it.
  const demo = await startDemo({ port, ...(toolkitFolder === undefined ? {} : { toolkitFolder }) });
  endOn(["SIGINT", "SIGTERM"], demo);
  process.stdout.write("Building ... ");
  const began = Date.now();
  await build();
  console.log(`done in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
  welcome(demo, toolkitFolder);
}

function readPort(text = "8080"): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error(`PORT is "${text}"; it takes a number from 0 to 65535.`);
}

function readToolkitFolder(folder: string | undefined): string | undefined {
  if (folder === undefined || folder === "") return undefined;
  const isFolder = existsSync(folder) && statSync(folder).isDirectory();
  const missing = ["interaction.js", "integration.js"].filter(
    (script) => !existsSync(resolve(folder, script)),
  );
  if (isFolder && missing.length === 0) return resolve(folder);
  throw new Error(`TOOLKIT_DIR is "${folder}", where ${missing.join(" and ")} cannot be found.`);
}

function build(): Promise<void> {
  const options = configure({}, { mode: "development" }).map((each) => ({
    ...each,
    devtool: false as const,
  }));
  return new Promise((done, reject) => {
    webpack(options, (error, stats) => {
      if (error) reject(error);
      else if (stats?.hasErrors()) reject(new Error(stats.toString({ preset: "errors-only" })));
      else done();
    });
  });
}

function welcome({ port, passwords }: Demo, toolkitFolder: string | undefined) {
  const crm = `http://crm.localhost:${port}`;
  const users = Object.entries(passwords).map(([user, password]) => `${user} / ${password}`);
  console.log(`
Switchhook is up. Open in Chromium, Chrome or Edge:

  ${crm}/console    Salesforce Classic's Service Console, played
  ${crm}/home       Classic's standard tabs: every link loads a whole page
  ${crm}/explorer   every method of Salesforce's two toolkits, to try out
  http://phone.localhost:${port}/       the softphone alone, without Salesforce

Try:
  - In the console open the list view All Contacts and click a telephone number; press "Softphone" in the footer.
  - Let a customer call: panel "Customers", or
      curl -X POST ${crm}/exchange/calls -H 'content-type: application/json' \\
           -d '{"from": "+14155550101", "to": "agent"}'
  - Dial 600 (echo), 601 (a tone), 602 (busy), 603 (never answers), 604 (declines), 605 (hangs up after 3 s).
  - Register any other SIP-over-WebSocket phone: ws://phone.localhost:${port}/sip, domain demo.switchhook.test,
      users ${users.join(", ")}

Scripts of Salesforce: ${toolkitFolder ?? "our stand-ins (TOOLKIT_DIR=<folder> takes your org's own)"}
Ctrl-C ends it.`);
}

function endOn(signals: readonly NodeJS.Signals[], demo: Demo) {
  let ending = false;
  for (const signal of signals) {
    process.on(signal, () => {
      if (ending) process.exit(1); // asked twice: at once
      ending = true;
      console.log("\nEnding ...");
      void demo.close().then(() => process.exit(0));
    });
  }
}

function explain(error: unknown): string {
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    const port = process.env.PORT ?? "8080";
    return `Port ${port} is taken by another program. Choose another one: PORT=8090 npm start`;
  }
  return error instanceof Error ? error.message : String(error);
}

main().catch((error: unknown) => {
  console.error(`\n${explain(error)}`);
  process.exit(1); // not by itself: the server may be listening already
});
