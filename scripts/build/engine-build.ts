import path from 'node:path'
import type { PluginOption } from 'vite'
import { assemblyScript } from './assemblyscript-plugin.ts'
import { usualTiffCodings } from './format-decoders-plugin.ts'
import { tokenizersOnly } from './tokenizers-only-plugin.ts'

const packages = path.join(import.meta.dirname, '../../node_modules')

/** Where the engine's scripts find packages whose own entry would bring more than is wanted. */
export const engineAlias: Readonly<Record<string, string>> = {
  // One decoder of many: the package's own entry imports them all, encoders too.
  'icodec/jxl-dec.js': path.join(packages, 'icodec/dist/jxl-dec.js'),
}

/**
 * What the engine's scripts are built with, in the app and wherever they stand by themselves.
 * @param transformers `whole` where a bench compares with all of transformers.js, its runtime included.
 */
export const enginePlugins = (transformers: 'tokenizers' | 'whole' = 'tokenizers'): PluginOption[] => [
  assemblyScript(),
  usualTiffCodings(),
  transformers === 'tokenizers' ? tokenizersOnly() : [],
]
