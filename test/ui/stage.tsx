import axe from "axe-core";
import { assert } from "chai";
import { render, type ComponentChild } from "preact";
import css from "../../src/ui/softphone.css?text";

/** A place of a softphone's width with its style sheet, for one component. */
export class Stage implements Disposable {
  readonly root = document.createElement("div");
  readonly #style = document.createElement("style");

  constructor(shown: ComponentChild, width = 200) {
    assert.include(css, ".softphone", "the style sheet did not come as text");
    this.#style.textContent = css;
    document.head.append(this.#style);
    this.root.style.width = `${width}px`;
    document.body.append(this.root);
    render(shown, this.root);
  }

  get text(): string {
    return this.root.textContent;
  }

  get status(): string {
    return this.one("[role=status]").textContent;
  }

  /** The only element that matches. */
  one(selector: string): HTMLElement {
    const [only, ...others] = this.root.querySelectorAll<HTMLElement>(selector);
    assert.lengthOf(others, 0, `more than one ${selector}`);
    assert.exists(only, `no ${selector} in: ${this.text}`);
    return only;
  }

  field(selector: string): HTMLInputElement | HTMLTextAreaElement {
    const field = this.one(selector);
    assert.isTrue(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement);
    return field as HTMLInputElement; // just looked at; both have what a test needs
  }

  /** The button with this name, as a screen reader says it. */
  button(name: string): HTMLButtonElement {
    const button = this.findButton(name);
    assert.exists(button, `no button ${name} in: ${this.text}`);
    return button;
  }

  findButton(name: string): HTMLButtonElement | undefined {
    return [...this.root.querySelectorAll("button")].find(
      (each) => (each.ariaLabel ?? each.textContent) === name,
    );
  }

  type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }

  /** Nothing sticks out of 200 or 400 pixels, and axe finds nothing to complain of in either. */
  async isAccessible(): Promise<void> {
    const { width } = this.root.style;
    for (const each of ["400px", "200px"]) {
      this.root.style.width = each;
      assert.isAtMost(this.root.scrollWidth, this.root.clientWidth, `sticks out of ${each}`);
      const { violations } = await axe.run(this.root);
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
        [],
      );
    }
    this.root.style.width = width;
  }

  [Symbol.dispose](): void {
    render(null, this.root);
    this.root.remove();
    this.#style.remove();
  }
}
