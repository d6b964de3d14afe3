import path from 'node:path'
import { build } from 'vite'
import { assemblyScript } from '../build/assemblyscript-plugin.ts'

/**
 * Builds the page that the app is compared with, by Vite's defaults: a bare loop and the whole of transformers.js,
 * each in a worker of its own.
 * @returns the folder to serve.
 */
export const buildSite = async (): Promise<string> => {
  const outDir = path.join(import.meta.dirname, '../../.cache/bench-site')
  await build({
    configFile: false,
    logLevel: 'warn',
    root: path.join(import.meta.dirname, 'site'),
    base: './',
    worker: { format: 'es', plugins: () => [assemblyScript()] },
    build: { target: 'es2023', outDir, emptyOutDir: true, chunkSizeWarningLimit: 1000 },
  })
  return outDir
}
