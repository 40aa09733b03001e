import { layoutChoices } from "../../players/layout-choices.ts";
import { chosenLayout } from "../layout-choice.ts";
import { StoryList } from "./StoryList.tsx";

/** Chooses the softphone layout of the agent's profile. */
export function LayoutsPanel() {
  return (
    <StoryList parameter="layout" stories={layoutChoices} current={chosenLayout(location.search)} />
  );
}
