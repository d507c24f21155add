import type { Scene, Story } from '../scenario/play.js';
import { colours } from './colours.js';
import type { Output } from './command.js';
import { paragraph } from './paragraph.js';

/** What people read, and the cause of which it says nothing: one block for each attempt. */
export function briefStory(
  story: Story,
  { colour, width, hideCause = false }: Pick<Output, 'colour' | 'width'> & { readonly hideCause?: boolean },
): string {
  const c = colours(colour);
  const attempts = story.scenes.filter(({ verdict }) => verdict !== undefined);
  const blocks = attempts.map((scene) => {
    const { title, cause, outcome } = scene.verdict ?? {};
    const why =
      title === null || title === undefined
        ? c.green(outcome ?? '')
        : `${c.yellow(title)} ${c.dim(`(${cause})`)}`;
    return [
      c.bold(c.cyan(`${scene.number}. ${scene.title}`)),
      paragraph(`reads  ${screenOf(scene) ?? c.dim('nothing')}`, 4, width, 7),
      ...(hideCause ? [] : [paragraph(`cause  ${why}`, 4, width, 7)]),
    ].join('\n');
  });
  const screens = new Set(attempts.flatMap((scene) => screenOf(scene) ?? []));
  const causes = new Set(
    attempts.flatMap(({ verdict }) => ((verdict?.title ?? null) === null ? [] : [verdict?.cause])),
  );
  const told = hideCause ? '' : `, ${causes.size} ${causes.size === 1 ? 'cause' : 'causes'}`;
  const count = `${attempts.length} ${attempts.length === 1 ? 'attempt' : 'attempts'}, ${screens.size} ${screens.size === 1 ? 'text' : 'texts'} on the screen${told}`;
  const which = story.case.name === undefined ? '' : ` › ${story.case.name}`;
  return `${c.bold(`${story.file.scenario.name}${which}`)}\n\n${blocks.join('\n\n')}\n\n${c.dim(count)}\n`;
}

function screenOf({ entries }: Scene): string | undefined {
  const last = entries.findLast((entry) => entry.log === 'user-screen');
  return last?.log === 'user-screen' ? last.record.text.replaceAll('\n', ' ') : undefined;
}
