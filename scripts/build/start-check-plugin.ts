import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { minifySync, type Plugin } from 'vite'

/**
 * Makes `public/start-check.js` small where it was copied to: every first visit waits for it. Its syntax stays as old as
 * it is. Before the service worker's plug-in, which names files by content.
 */
export const startCheck = (): Plugin => {
  let file = ''
  return {
    name: 'taglens:start-check',
    apply: 'build',
    configResolved: ({ root, build: { outDir } }) => {
      file = path.resolve(root, outDir, 'start-check.js')
    },
    closeBundle: () => {
      const { code, errors } = minifySync('start-check.js', readFileSync(file, 'utf8'), {
        compress: { target: 'es2015' },
      })
      if (errors[0]) throw new Error(errors[0].message)
      writeFileSync(file, code)
    },
  }
}
