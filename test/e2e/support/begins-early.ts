/** How many play beside the test whose turn it is: each waits nearly all the time. */
const most = 2;

let playing = 0;
const waiting: (() => void)[] = [];

/**
 * In place of `it` for a test that mainly waits for half a minute, say, and is not in a hurry at any moment: it begins
 * when the whole run does, plays beside the others, and is looked at when its turn comes. Stage, page and whatever else
 * it uses are its own.
 */
export function itBeginsEarly(name: string, play: () => Promise<void>): void {
  let over: Promise<void> | undefined;
  const test = it(name, async () => over);
  allOf(test).beforeAll(() => {
    over = playInTurn(play);
    over.catch(() => undefined); // told to the test, which waits for it
  });
}

async function playInTurn(play: () => Promise<void>): Promise<void> {
  if (playing < most) playing += 1;
  // Whoever ends leaves its place to the next.
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    await play();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else playing -= 1;
  }
}

/** The suite that all files of a run are in. */
function allOf(test: Mocha.Test): Mocha.Suite {
  let suite = test.parent;
  while (suite?.parent) suite = suite.parent;
  if (!suite) throw new Error(`${test.title} is in no suite`);
  return suite;
}
