import { useSignal } from "@preact/signals";
import type { ComponentChild, ComponentType } from "preact";
import { useEffect } from "preact/hooks";

const loads: (() => Promise<void>)[] = [];

let begin: () => void;
const begun = new Promise<void>((resolve) => (begin = resolve));

export interface LateOptions<Props> {
  /** It has nothing to show at first: {@link loadLate} loads it. @defaultValue it is loaded when it is first shown */
  readonly canWait?: boolean;
  /** What is shown until then. @defaultValue nothing */
  readonly meanwhile?: (props: Props) => ComponentChild;
}

/** Makes a component whose code is loaded when it is first shown: for what most page loads never show. */
export function late<Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
  { canWait = false, meanwhile }: LateOptions<Props> = {},
): ComponentType<Props> {
  let Shown: ComponentType<Props> | undefined;
  const load = async () => {
    Shown ??= await fetch();
  };
  loads.push(load);
  return function Late(props: Props): ComponentChild {
    const loaded = useSignal(Shown !== undefined);
    useEffect(() => {
      void Promise.resolve(canWait ? begun : undefined)
        .then(load)
        .then(() => (loaded.value = true));
    }, [loaded]);
    return loaded.value && Shown ? <Shown {...props} /> : meanwhile?.(props);
  };
}

/** Loads all of them: once the view is up they are at hand, even if the server goes away or has a new release. */
export async function loadLate(): Promise<void> {
  begin();
  await Promise.all(loads.map((load) => load()));
}
