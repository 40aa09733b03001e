import type { FrameLocator, Locator, Page } from "playwright-core";

/** The softphone as an agent finds it, by its accessible names. */
export class SoftphonePage {
  readonly region: Locator;
  readonly status: Locator;
  readonly number: Locator;
  readonly root: FrameLocator | Page;

  constructor(root: FrameLocator | Page) {
    this.root = root;
    this.region = root.getByRole("region", { name: "Softphone" });
    this.status = root.getByRole("status");
    this.number = root.getByLabel("Number", { exact: true });
  }

  button(name: string): Locator {
    return this.root.getByRole("button", { name, exact: true });
  }

  /** Waits until the status says `words`. */
  async says(words: RegExp, seconds = 15): Promise<void> {
    await this.status.filter({ hasText: words }).waitFor({ timeout: seconds * 1000 });
  }

  /** Waits until callers reach the phone, whether the console shows it or not. */
  async registers(): Promise<void> {
    await this.status.filter({ hasText: /Registered/ }).waitFor({ state: "attached" });
  }

  /** By the keyboard: while the frame still grows or scrolls, a click may go to the page beneath it. */
  async unfold(name: string | RegExp): Promise<void> {
    await this.root.locator("summary", { hasText: name }).press("Enter");
    await this.root.locator("details[open] > summary", { hasText: name }).waitFor();
  }

  /** By the keyboard, as {@link unfold}. */
  async dial(number: string): Promise<void> {
    await this.number.fill(number);
    await this.root.getByRole("button", { name: "Call", exact: true, disabled: false }).waitFor();
    await this.number.press("Enter");
  }
}

/** The softphone inside a page of the workbench. */
export function softphoneIn(page: Page): SoftphonePage {
  return new SoftphonePage(page.frameLocator('iframe[name="sfdcSoftphone"]'));
}

/** The console's footer button that shows and hides the softphone. */
export function softphoneButton(page: Page): Locator {
  return page.getByRole("button", { name: /^Softphone/ });
}
