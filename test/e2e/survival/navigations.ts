import type { Page } from "playwright-core";
import { softphoneIn } from "../support/desk.ts";
import type { Stage } from "../support/stage.ts";

/** A way for the agent's page to change. */
export interface Navigation {
  readonly name: string;
  /** Before the call begins. */
  readonly prepare?: (stage: Stage, page: Page) => Promise<Page>;
  /** Returns the page in which the agent goes on, `before` being what {@link Navigation.prepare} made. */
  go(stage: Stage, page: Page, before: Page): Promise<Page>;
}

const attached = async (page: Page): Promise<Page> => {
  await softphoneIn(page).says(/Registered/);
  return page;
};

const leave = (page: Page, path: string) => page.goto(path, { waitUntil: "commit" });

export const navigations: readonly Navigation[] = [
  {
    name: "a link",
    async go(_stage, page) {
      await page.getByRole("link", { name: "Contacts" }).first().click();
      await page.waitForURL(/003/);
      return page;
    },
  },
  {
    name: "a reload",
    async go(_stage, page) {
      await page.reload({ waitUntil: "commit" });
      return page;
    },
  },
  {
    name: "two quick loads",
    async go(stage, page) {
      await leave(page, `${stage.crm}/001/o`);
      await leave(page, `${stage.crm}/003/o`);
      return page;
    },
  },
  {
    name: "a softphone that takes three seconds to load",
    async go(stage, page) {
      const address = `http://phone.localhost:${stage.demo.port}/?*`;
      await page.route(address, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 3_000));
        await route.continue();
      });
      await leave(page, `${stage.crm}/003/o`);
      await attached(page);
      await page.unroute(address);
      return page;
    },
  },
  {
    name: "a page without a softphone",
    async go(_stage, page) {
      await page.getByRole("link", { name: "Setup" }).click();
      await page.getByRole("link", { name: "Back to Home" }).click();
      return page;
    },
  },
  {
    name: "the log-in page",
    async go(stage, page) {
      await leave(page, `${stage.crm}/login`);
      await page.getByRole("button", { name: "Log in" }).click();
      return page;
    },
  },
  {
    name: "back and forward",
    async go(stage, page) {
      await leave(page, `${stage.crm}/003/o`);
      await attached(page);
      await page.goBack({ waitUntil: "commit" });
      await attached(page);
      await page.goForward({ waitUntil: "commit" });
      return page;
    },
  },
  {
    name: "a crashed tab",
    async go(stage, page) {
      const session = await stage.agent.newCDPSession(page);
      const crashed = page.waitForEvent("crash");
      // Nobody is left to answer.
      session.send("Page.crash").catch(() => undefined);
      await crashed;
      return stage.visit("/home");
    },
  },
  {
    name: "a closed tab while another is open",
    prepare: async (stage) => attached(await stage.visit("/home")),
    async go(_stage, page, before) {
      await page.close();
      return before;
    },
  },
];
