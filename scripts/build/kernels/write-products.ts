import { writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Writes the tiles that products of matrices are made of, as AssemblyScript: some rows at a time meet a panel of eight columns,
 * with a sum for each of them in a register. What differs is how many rows fit the sixteen registers that every processor has, and
 * what one step is (`src/engine/cpu/kernel/product-steps.as.ts`).
 */

/** How whole numbers are multiplied: by one instruction for four products, by three, or in 16 bits. */
type Step = 'addInOne' | 'addInThree' | 'addWords'

/** How f32 are: in one instruction, or in two. */
type FloatStep = 'addFused' | 'addRounded'

const times = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join('')

/** Each row's address, sums that are 0, and what the sums come to. */
const rowAddresses = (rows: number, from: string, stride: string): string =>
  times(rows, (r) => `      const row${r} = ${r === 0 ? from : `row${r - 1} + ${stride}`}\n`)

const zeros = (rows: number, sums: number, kind: 'i32x4' | 'f32x4'): string =>
  times(rows, (r) => times(sums, (s) => `      let sum${r}_${s} = ${kind}.splat(0)\n`))

/** A step of four numbers of each row and eight columns, whose weights are bytes. */
const byteStep = (rows: number, step: Step): string =>
  `        const near = v128.load(w)
        const far = v128.load(w, 16)
${times(
  rows,
  (r) => `        const from${r} = v128.load32_splat(row${r} + at)
        sum${r}_0 = ${step}(sum${r}_0, near, from${r})
        sum${r}_1 = ${step}(sum${r}_1, far, from${r})
`,
)}`

/** The same of rows of 16 bits: two columns at a time, whose bytes are widened as they are read. */
const wordStep = (rows: number, step: Step): string =>
  `${times(rows, (r) => `        const from${r} = v128.load64_splat(row${r} + (at << 1))\n`)}${times(
    4,
    (s) => `        const pair${s} = v128.load8x8_s(w, ${s * 8})
${times(rows, (r) => `        sum${r}_${s} = ${step}(sum${r}_${s}, pair${s}, from${r})\n`)}`,
  )}`

const finishRow = (r: number, step: Step): string => {
  const [near, far] =
    step === 'addWords'
      ? [`joinHalves(sum${r}_0, sum${r}_1)`, `joinHalves(sum${r}_2, sum${r}_3)`]
      : [`sum${r}_0`, `sum${r}_1`]
  return `      finish(${near}, facts, scale${r === 0 ? '' : ` + ${r * 8}`}, out, adds)
      finish(${far}, facts + 16, scale${r === 0 ? '' : ` + ${r * 8}`}, out + 16, adds)
      out += targetStride
`
}

/** A loop over tiles of so many rows, from where `row` stands. */
const byteTile = (rows: number, step: Step, condition: string): string => {
  const isWords = step === 'addWords'
  return `    for (; ${condition}; row += ${rows}) {
${rowAddresses(rows, isWords ? 'rows + ((row * length) << 1)' : 'rows + row * length', isWords ? '(length << 1)' : 'length')}${zeros(rows, isWords ? 4 : 2, 'i32x4')}      let w = panel
      for (let at: usize = 0; at < length; at += 4, w += 32) {
${isWords ? wordStep(rows, step) : byteStep(rows, step)}      }
      const scale = scales + (row << 3)
      let out = target + row * targetStride + (column << 2)
${times(rows, (r) => finishRow(r, step))}    }
`
}

/** A function of products of whole numbers. */
interface Products {
  readonly name: string
  readonly step: Step
  /** Rows of its tiles: the first as often as it fits, the last until none is left. */
  readonly tiles: readonly [number, ...number[]]
  readonly says: string
}

const byteProducts = ({ name, step, tiles, says }: Products): string => `
/** ${says} */
export function ${name}(
  rows: usize,
  count: i32,
  length: usize,
  scales: usize,
  panels: usize,
  columns: i32,
  columnFacts: usize,
  target: usize,
  targetStride: usize,
  adds: bool,
): void {
  const end = <usize>count
  let panel = panels
  for (let column: usize = 0; column < <usize>columns; column += 8) {
    const facts = columnFacts + column * 12
    let row: usize = 0
${tiles.map((rows, i) => byteTile(rows, step, i === tiles.length - 1 ? 'row < end' : `row + ${rows} <= end`)).join('')}    panel += length << 3
  }
}
`

/** Products of f32. */
const floatProducts = (step: FloatStep, rows: number): string => `
/**
 * Rows of f32 times columns of f32, where whole numbers would be too coarse: attention, and the cut into patches.
 *
 * @param rows \`count\` rows of \`length\` numbers, \`stride\` bytes apart
 * @param others \`length\` rows of eight columns, \`otherStride\` bytes apart, for each panel
 * @param panelStride bytes from a panel of eight columns to the next
 */
export function multiplyFloats(
  rows: usize,
  count: i32,
  length: i32,
  stride: usize,
  others: usize,
  otherStride: usize,
  columns: i32,
  panelStride: usize,
  target: usize,
  targetStride: usize,
): void {
  const end = (<usize>length) << 2
  for (let column: usize = 0; column < <usize>columns; column += 8) {
    for (let row: usize = 0; row < <usize>count; row += ${rows}) {
${rowAddresses(rows, 'rows + row * stride', 'stride')}${zeros(rows, 2, 'f32x4')}      let other = others + (column >> 3) * panelStride
      for (let at: usize = 0; at < end; at += 4, other += otherStride) {
        const near = v128.load(other)
        const far = v128.load(other, 16)
${times(
  rows,
  (r) => `        const from${r} = v128.load32_splat(row${r} + at)
        sum${r}_0 = ${step}(near, from${r}, sum${r}_0)
        sum${r}_1 = ${step}(far, from${r}, sum${r}_1)
`,
)}      }
      let out = target + row * targetStride + (column << 2)
${times(rows, (r) => `      v128.store(out, sum${r}_0)\n      v128.store(out, sum${r}_1, 16)\n      out += targetStride\n`)}    }
  }
}
`

const head = (says: string) => `/**
 * ${says} Written by \`scripts/build/kernels/write-products.ts\`: change that, and run
 * it. \`core/model/tower/plain-tower.ts\` says what is computed; here is only how.
 */
`

const ABOUT = `
/**
 * \`rows\` are \`count\` rows of \`length\` whole numbers, one after the other; \`scales\` two f32 of each row, \`step\` and \`least\`; \`panels\`
 * eight columns of signed bytes after eight, of each four bytes a column, then the next four; \`columnFacts\` of each panel 8 sums of
 * its columns, 8 scales and 8 biases (f32); \`target\` rows of f32, \`targetStride\` bytes apart, to which products are added where
 * \`adds\` says so. Where rows are an odd number, one more is written; what it holds is never looked at.
 */
`

const IN_ONE: Products = {
  ...{ name: 'multiplyBytesInOne', step: 'addInOne', tiles: [6, 2] },
  says: 'Rows of bytes from 0 to 127, by one instruction for four products where the processor has it.',
}
const IN_THREE: Products = {
  ...{ name: 'multiplyBytesInThree', step: 'addInThree', tiles: [4, 2] },
  says: 'The same, and the same numbers, by three instructions.',
}
const WORDS: Products = {
  ...{ name: 'multiplyWords', step: 'addWords', tiles: [2] },
  says: 'Rows of numbers from 0 to 4095, of 16 bits each.',
}

const fileOf = (says: string, imports: readonly string[], code: string): string =>
  `${head(says)}import { ${imports.join(', ')} } from './product-steps.as'
${code}`

/** What is written, by file. */
export const productSources: ReadonlyMap<string, string> = new Map([
  [
    'byte-products.as.ts',
    fileOf(
      'Products of bytes, in SIMD with relaxed instructions (AssemblyScript).',
      ['addInOne', 'addInThree', 'finish'],
      `${ABOUT}${[IN_ONE, IN_THREE].map(byteProducts).join('')}`,
    ),
  ],
  [
    'word-products.as.ts',
    fileOf(
      'Products of numbers of 16 bits, in SIMD of 2021 (AssemblyScript).',
      ['addWords', 'finish', 'joinHalves'],
      `${ABOUT}${byteProducts(WORDS)}`,
    ),
  ],
  [
    'relaxed-floats.as.ts',
    fileOf(
      'Products of f32, in SIMD with relaxed instructions (AssemblyScript).',
      ['addFused'],
      floatProducts('addFused', 4),
    ),
  ],
  [
    'simd-floats.as.ts',
    fileOf(
      'Products of f32, in SIMD of 2021 (AssemblyScript).',
      ['addRounded'],
      floatProducts('addRounded', 4),
    ),
  ],
])

/** Where they lie. */
export const productsFolder = path.join(import.meta.dirname, '../../../src/engine/cpu/kernel')

if (import.meta.filename === process.argv[1])
  for (const [name, source] of productSources) writeFileSync(path.join(productsFolder, name), source)
