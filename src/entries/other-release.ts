import { noteLostRelease } from "./notes.ts";

/**
 * Lets the page be another release of the softphone: after its files were replaced on the server, the one before them
 * is there under its number.
 *
 * Returns whether it is there. What cannot be had is noted, to be said once this release is up.
 */
export async function becomeRelease(release: number, root: Element): Promise<boolean> {
  const address = `/view.${release}`;
  // Also where the file under that number turns out to be this very release.
  const tried = document.querySelector(`script[src="${address}.js"]`) !== null;
  const there = !tried && (await runs(`${address}.js`)) && root.hasChildNodes();
  if (there) dress(`${address}.css`);
  else noteLostRelease();
  return there;
}

function runs(src: string): Promise<boolean> {
  const script = document.createElement("script");
  return new Promise((resolve) => {
    script.addEventListener("load", () => resolve(true));
    script.addEventListener("error", () => resolve(false));
    script.src = src;
    document.head.append(script);
  });
}

/** In that release's style, if it is to be had. */
function dress(href: string): void {
  const [own] = document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]");
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = href;
  style.addEventListener("load", () => own?.remove());
  document.head.append(style);
}
