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
 * Bytes of gzip, a little above what is built: libraries that were imported whole, of which a few names are used, brought in
 * 108 kB unseen once. A change that needs more raises its limit, and says in its commit what for.
 *
 * The page's own scripts come before the engine; with font and icons they stay below 262 kB. What is not React, the list, the tags
 * and the ranking: 26 kB are i18next and the English texts, which every language falls back to (ADR 16); 10 kB keep work
 * safe and cannot come later: the history, what tabs share, what stands in the place of a part that fails, and what carries a
 * page over a navigation (ADR 19, 20, 23, 24). 6 kB begin what comes late: ways in, formats, kept pictures, long lists,
 * decisions, copies, projects, comparisons, classifiers, suggestions, crops and the looks of them (ADR 35, 40 to 54).
 *
 * What comes later, texts in three languages with it, by subject: 20 kB ways in; 8 kB the offer of a model; 17 kB long lists,
 * their search and scores; 30 kB copies and the map; 14 kB decisions and agreement; 50 kB classifiers; 18 kB layouts for other
 * programs and the Python job; 50 kB projects, suggestions, crops and comparisons; 9 kB live pictures; 14 kB kernels of our own.
 * The rest is the engine: ONNX Runtime, the tokenizer and the workers.
 */
const limits = { scripts: 196_500, styles: 15_000, later: 819_500, formats: 90_000 }

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
