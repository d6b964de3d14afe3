/** Writes what scikit-learn and SciPy say of the same heads (python3-sklearn of Debian) into fit-golden.json. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { PYTHON } from '../../formats/exports/python.ts'
import { questionsAsJson } from './fit-questions.ts'

const folder = import.meta.dirname
const answers = execFileSync(PYTHON, ['-B', path.join(folder, 'fit-outside.py')], {
  input: questionsAsJson(),
  stdio: ['pipe', 'pipe', 'ignore'],
})
writeFileSync(path.join(folder, 'fit-golden.json'), `${answers.toString().trimEnd()}\n`)
