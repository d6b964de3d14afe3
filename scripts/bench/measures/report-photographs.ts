import { ms, ratio, seconds, table } from './figures.ts'
import { ADDED_LIMIT_MS, type FirstPhotograph } from './measure-first-photograph.ts'
import { TASK_LIMIT_MS } from './measure-tasks.ts'

/** Where the section begins that `--photograph` writes alone. */
export const PHOTOGRAPHS_TITLE = '## The first photograph'

/** The section of the first photograph. */
export const photographsSection = (ways: readonly FirstPhotograph[]): string => `${PHOTOGRAPHS_TITLE}

A new user's way: the address is opened in a fresh profile, a photograph dropped, one button pressed. Everything, the app
too, comes over one line of 20 Mbit/s without delay (a hub and a static server on this machine, held back). The files
have the sizes of CLIP ViT-B/32's at q8, 153.6 MB in two towers, the rest of them weights that nothing uses. "The line"
is what a program that only fetches takes for the same files, measured just before; what the app adds is all else:
asking the hub, hashing, keeping, opening, self-check, ranking. The limit is ${seconds(ADDED_LIMIT_MS)}, and for the page's longest task in between
${TASK_LIMIT_MS} ms of work; \`npm run bench -- --photograph\` fails above them. Beside the app the vision tower is enough.

${table(
  [
    '',
    'opened',
    'drop to offer',
    'press to ranking',
    'the line',
    'the app adds',
    'longest task',
    'clicks',
    'whole way',
  ],
  ways.map(({ title, opened, offered, ranked, line, worked, clicks }) => [
    title,
    seconds(opened),
    seconds(offered),
    seconds(ranked),
    seconds(line),
    `${seconds(ranked - line)} (${ratio(ranked / line)})`,
    `${ms(worked)} ms`,
    String(clicks),
    seconds(opened + offered + ranked),
  ]),
)}`

/** What of a first photograph takes longer than it may, in words. */
export const slowPhotographs = (ways: readonly FirstPhotograph[]): readonly string[] =>
  ways.flatMap(({ title, ranked, line, worked }) => [
    ...(ranked - line > ADDED_LIMIT_MS
      ? [`${title}: the app adds ${seconds(ranked - line)}, the limit is ${seconds(ADDED_LIMIT_MS)}.`]
      : []),
    ...(worked > TASK_LIMIT_MS
      ? [`${title}: a task of ${ms(worked)} ms, the limit is ${TASK_LIMIT_MS} ms.`]
      : []),
  ])
