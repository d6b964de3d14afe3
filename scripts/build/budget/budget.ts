/**
 * Holds the built page to its size, and `dist` to what something loads.
 *
 * Limits are the product's: the page's own JavaScript is the price of the first paint, the engine comes after.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSize, pageFiles } from './page-weight.ts'

const dist = path.join(import.meta.dirname, '../../../dist')
/**
 * Bytes of gzip. All that comes before the engine, font and icons included, is to stay below 262 kB: formats, ways in,
 * why a model is refused, the beginning of what keeps pictures and of long lists took 3 kB more. Of the scripts
 * 16 kB are i18next and 10 kB the English texts, which every language falls back to (ADR 16). What keeps work safe cannot
 * come later: 2 kB stand in the place of a part that fails (ADR 20), 6 kB are the history and what tabs share (ADR 23
 * and 24), 2 kB carry a page over a navigation (ADR 19), 1 kB
 * are the ways in that its menus and drops begin (ADR 35). What comes later is held too: 108 kB came in unseen once, when
 * libraries were imported whole of which a few names are used. 8 kB of it are the offer of a photo model and the strip
 * that shows it coming, in three languages; 15 kB are what comes in by folder, archive, address and camera, 2 kB a text
 * tower that comes after its model has begun to answer.
 * 20 kB are a classifier of the person's own, which come with its first example: the head and its judging, in a worker.
 * 9 kB rank what is live, in three languages: camera, shared window, video.
 * 2 kB of the page begin to decide what pictures are, to look for copies, to run a model on kernels of ours, to open a project and to
 * compare (ADR 45, 46, 50, 51, 54); later, 46 kB are projects, suggestions with their words, crops and comparisons, in three languages.
 * Half a kilobyte of the page says what is wrong with a file of each format, and half a one begins to keep pictures
 * (ADR 40), whose own 15 kB come with the first picture. 8 kB arrange long lists: a worker of columns and what tells it
 * of rows (ADR 42). 4 kB search by words and draw the scores of a tag, 3 kB show a range of them alone. 20 kB are a
 * classifier of one's own: how it learns and is judged, what is said of it in three languages, its files and its calls.
 * Half a kilobyte of the page holds how a list is looked at and takes back what was said to differ (ADR 46).
 * 30 kB are other ways to look at many pictures, in three languages: what is there twice, and a map (ADR 46).
 * 8 kB decide what pictures are, by keys and many at once (ADR 45), and 6 kB say how far a model agrees, in three languages.
 * 1 kB of the page lets rows glide, 1 kB offers to see why and to read large photographs fast; their own 8 kB come late.
 * Four fifths of a kilobyte of the page have all of long pictures encoded: the mean of crops, and the key that says so (ADR 53).
 * A fifth of a kilobyte of the page asks workers for vectors of places and has them given back (ADR 49).
 * 18 kB are files for other programs: 4 kB of layouts and what is asked about them, 14 kB the Python job, which is 9 kB of
 * Python. Half a kB more of the page's own scripts is what links, marks and orders know of a classifier of one's own
 * before its code comes: whose marks are kept on a visit, and what is not asked for twice.
 * Later, 6 kB are its names and links, holds of the camera, the order by unlikeness and probes, in three languages.
 * 9 kB are projects: what they are made of and read by, their pictures found again, and what is said of them.
 * Half a kB of the page's own scripts is what it says of pictures whose files are elsewhere, and of projects it refuses.
 * A fifth of a kilobyte of the page offers to suggest tags. Later, 18 kB are that: 12 kB are the words that they are chosen from, the rest finds them, in three languages (ADR 52).
 * Half a kilobyte more of the page lets what comes into a long list cost what comes, loads the code of a list before it is
 * drawn, and tells pictures that are elsewhere from failed ones. Later, 4 kB read dropped folders by their names, look into
 * an answer in the crop that speaks for it, let compared figures follow a model, and say more of classifiers and projects.
 * Later, 8 kB are kernels of 16 bits, folders that are walked in a worker, and small pictures in a classifier's file.
 * A third of a kilobyte of the page finds what a killed browser left, and names the step that helps with a bad file.
 */
const limits = { scripts: 197_400, styles: 15_000, later: 816_500, formats: 90_000 }

const titles = {
  scripts: 'page scripts',
  styles: 'page styles',
  later: 'scripts loaded later',
  // With a picture that no browser reads, and their WebAssembly with them, which is listed below.
  formats: 'scripts of decoders',
} as const

const DECODERS = 'assets/formats/'

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

const allFiles = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((file) =>
  file.replaceAll('\\', '/'),
)
const page = pageFiles(dist)
const problems: string[] = []

const files = {
  scripts: page.scripts,
  styles: page.styles,
  // Workers' among them.
  later: allFiles.filter(
    (file) => file.endsWith('.js') && !page.scripts.includes(file) && !file.startsWith(DECODERS),
  ),
  formats: allFiles.filter((file) => file.endsWith('.js') && file.startsWith(DECODERS)),
}

for (const kind of ['scripts', 'styles', 'later', 'formats'] as const) {
  const size = gzipSize(dist, files[kind])
  const title = titles[kind]
  console.log(`${title}: ${kilobytes(size)} gzip of ${kilobytes(limits[kind])} (${files[kind].length} files)`)
  if (size > limits[kind])
    problems.push(`${title}: ${kilobytes(size - limits[kind])} over their limit: ${files[kind].join(', ')}`)
}

const texts = allFiles
  .filter((file) => /\.(js|mjs|html|css|json)$/.test(file))
  .map((file) => readFileSync(path.join(dist, file), 'utf8'))
for (const file of allFiles.filter((name) => name.endsWith('.wasm'))) {
  console.log(`${file}: ${kilobytes(gzipSize(dist, [file]))} gzip`)
  const name = path.basename(file)
  if (!texts.some((text) => text.includes(name))) problems.push(`Nothing refers to ${file}`)
}

for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0
