import type { ComponentChildren } from "preact";
import { useSurroundings } from "./desk-context.ts";

type LinkProps = { href: string; class?: string; children: ComponentChildren };

/** A link of the org: loads a whole page in a standard tab, opens a tab in the console. */
export function Link({ href, class: className, children }: LinkProps) {
  const { follow } = useSurroundings();
  const onClick = (event: MouseEvent) => {
    if (!follow || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    follow(href);
  };
  return (
    <a href={href} class={className} onClick={onClick}>
      {children}
    </a>
  );
}
