import { useDesk } from "../desk-context.ts";
import { chosenScenario, noScenario } from "../scenario-choice.ts";
import { StoryList } from "./StoryList.tsx";

const usual = {
  name: noScenario,
  title: "As it should be",
  story: "Salesforce does what its manual says.",
};

/** Chooses the quirk that Salesforce is played with. */
export function ScenariosPanel() {
  const { scenarios } = useDesk();
  return (
    <StoryList
      parameter="scenario"
      stories={[usual, ...scenarios]}
      current={chosenScenario(location.search)}
    />
  );
}
