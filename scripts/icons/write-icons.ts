/** Writes the icons of the installed app, from the mark: `npm run icons`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { drawIcon, icons } from './draw-icon.ts'

const folder = path.join(import.meta.dirname, '../../public/icons')
mkdirSync(folder, { recursive: true })
for (const icon of icons) writeFileSync(path.join(folder, icon.file), drawIcon(icon))
