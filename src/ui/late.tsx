import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";

/** Makes a component whose code is loaded when it is first shown: for what most page loads never show. */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  return function Late(props: Props) {
    const loaded = useSignal<{ Shown: ComponentType<Props> } | undefined>(undefined);
    useEffect(() => {
      void load().then((Shown) => (loaded.value = { Shown }));
    }, [loaded]);
    const Shown = loaded.value?.Shown;
    return Shown ? <Shown {...props} /> : null;
  };
}
