import type { ComponentChildren } from "preact";
import type { ObjectName } from "../records/store.ts";

type PageTitleProps = {
  kind: string;
  title: string;
  object?: ObjectName;
  children?: ComponentChildren;
};

/** The head of a page: what it shows, and its buttons. */
export function PageTitle({ kind, title, object, children }: PageTitleProps) {
  return (
    <header class="page-title">
      <span class={`object-icon object-${(object ?? "none").toLowerCase()}`} aria-hidden="true" />
      <h1>
        <small>{kind}</small> {title}
      </h1>
      <div class="page-buttons">{children}</div>
    </header>
  );
}
